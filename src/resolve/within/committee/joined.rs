//! The committees of a page -> those that are one under two names made one: a name cut short, a company without its form.

use super::Resolver;
use crate::clean::letters::folded;
use crate::lexicon::{Head, Part};
use crate::resolve::record::Facts;
use crate::resolve::within::Entities;

/// Forms of companies, the longer first, as they stand at the head of a name.
const FORMS: [&str; 9] = [
    "công ty trách nhiệm hữu hạn một thành viên ",
    "công ty trách nhiệm hữu hạn ",
    "công ty tnhh một thành viên ",
    "công ty tnhh mtv ",
    "công ty tnhh ",
    "công ty cổ phần ",
    "công ty cp ",
    "tổng công ty cổ phần ",
    "công ty ",
];

impl Resolver<'_, '_> {
    /// `Tiểu ban Nhân sự` is the `Tiểu ban Nhân sự Đại hội XIV của Đảng` of the page: a name cut short after its subject.
    pub(super) fn join_shortened(&mut self, entities: &mut Entities) {
        let lexicon = self.reader.lexicon;
        let cut = |head: &&Head| {
            head.tail
                .iter()
                .any(|part| matches!(part, Part::Topic | Part::Congress))
        };
        let names: Vec<(usize, String)> = entities
            .list
            .iter()
            .enumerate()
            .filter(|(_, entity)| matches!(entity.facts, Facts::Committee(_)))
            .map(|(place, entity)| (place, folded(&entity.name)))
            .collect();
        for head in lexicon.heads.iter().filter(cut) {
            let Some(list) = self.heads.get(&head.name).cloned() else {
                continue;
            };
            for short in &list {
                let begins = format!("{} ", folded(&entities.list[*short].name));
                let mut longer = names
                    .iter()
                    .filter(|(long, name)| long != short && name.starts_with(&begins));
                if let (Some((long, _)), None) = (longer.next(), longer.next()) {
                    self.join(*short, *long, entities);
                }
            }
        }
    }

    /// `Công ty Cường Hưng` is the `Công ty TNHH Cường Hưng` of the page, `Công ty Điện Quang` the `Công ty cổ phần Bóng đèn Điện
    /// Quang`: of the companies with one proper name the one told most fully.
    pub(super) fn join_companies(&mut self, entities: &mut Entities) {
        let mut names: Vec<(usize, String, usize)> = Vec::new();
        for head in self.heads.keys().filter(|head| head.starts_with("Công ty")) {
            for entity in &self.heads[head] {
                let name = folded(&entities.list[*entity].name);
                let form = FORMS.iter().find(|form| name.starts_with(**form));
                if let Some(form) = form {
                    names.push((*entity, name[form.len()..].to_owned(), form.len()));
                }
            }
        }
        names.sort_by_key(|(entity, name, form)| (name.len() + form, *entity));
        for (index, (short, name, form)) in names.iter().enumerate() {
            let ends = format!(" {name}");
            let mut longer = names[index + 1..].iter().filter(|(_, other, longer)| {
                other == name && longer > form
                    || name.contains(' ') && other.ends_with(&ends) && longer >= form
            });
            if let (Some((long, ..)), None) = (longer.next(), longer.next()) {
                self.join(*short, *long, entities);
            }
        }
    }

    /// Makes one entity of two, also for what points back to either.
    fn join(&mut self, from: usize, into: usize, entities: &mut Entities) {
        entities.join(from, into);
        for list in self.heads.values_mut() {
            list.iter_mut()
                .filter(|entity| **entity == from)
                .for_each(|entity| *entity = into);
        }
    }
}
