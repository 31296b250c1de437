//! A gold file and the record of its page -> counts of right, wrong and missed, and the misses themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::Tallies;
use super::gold::{Gold, GoldMention, Id, Need};
use super::key::key;
use super::matching::{Clusters, Found, Pairs, Span, cluster, pair};
use super::{EvaluateError, Miss};
use crate::resolve::Record;
use crate::resolve::record::{Entity, Kind, Relation, RelationKind};

/// Adds one page to the counts and its differences to the misses.
pub fn compare(
    gold: &Gold,
    record: &Record,
    tallies: &mut Tallies,
    misses: &mut Vec<Miss>,
) -> Result<(), EvaluateError> {
    let page = Page::open(gold, record, tallies, misses)?;
    page.count_mentions(tallies, misses);
    page.count_entities(tallies, misses);
    page.count_relations(tallies, misses);
    Ok(())
}

/// One gold file beside the record of its page, paired.
struct Page<'a> {
    gold: &'a Gold,
    record: &'a Record,
    letters: Vec<char>,
    entities: BTreeMap<&'a str, &'a Entity>,
    found: Vec<Found<'a>>,
    pairs: Pairs,
    clusters: Clusters<'a>,
    required: BTreeSet<Id>,
}

impl<'a> Page<'a> {
    fn open(
        gold: &'a Gold,
        record: &'a Record,
        tallies: &mut Tallies,
        misses: &mut Vec<Miss>,
    ) -> Result<Page<'a>, EvaluateError> {
        let mut page = Page {
            gold,
            record,
            letters: gold.text.chars().collect(),
            entities: record.entities.iter().map(|e| (e.id.as_str(), e)).collect(),
            found: Vec::new(),
            pairs: Pairs::default(),
            clusters: Clusters::default(),
            required: gold
                .mentions
                .iter()
                .filter(|m| m.need == Need::Required)
                .map(|m| m.id)
                .collect(),
        };
        page.read_found(tallies, misses)?;
        page.pairs = pair(&gold.mentions, &page.found);
        page.clusters = cluster(&gold.mentions, &page.found, &page.pairs);
        Ok(page)
    }

    /// Takes the record's mentions that lie in content and counts the others.
    fn read_found(&mut self, tallies: &mut Tallies, misses: &mut Vec<Miss>) -> Result<(), EvaluateError> {
        let length = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        for mention in &self.record.mentions {
            let entity = self.entities.get(mention.entity.as_str());
            let entity = entity.ok_or_else(|| EvaluateError::UnknownEntity {
                doc: self.gold.name.clone(),
                entity: mention.entity.clone(),
            })?;
            let (start, end) = (mention.start, mention.end);
            if start >= end || end > length {
                let doc = self.gold.name.clone();
                return Err(EvaluateError::OutsidePage {
                    doc,
                    start,
                    end,
                    length,
                });
            }
            let (kind, span) = (entity.kind(), Span { start, end });
            tallies.leak.of += 1;
            if self
                .gold
                .boilerplate
                .iter()
                .any(|stretch| stretch.shared(span) > 0)
            {
                tallies.leak.mentions_in_boilerplate += 1;
                let (doc, text) = (self.gold.name.clone(), self.words(span));
                misses.push(Miss::Leak { doc, kind, text });
                continue;
            }
            self.found.push(Found {
                entity: &entity.id,
                kind,
                span,
            });
        }
        Ok(())
    }

    fn count_mentions(&self, tallies: &mut Tallies, misses: &mut Vec<Miss>) {
        for (at, mention) in self.gold.mentions.iter().enumerate() {
            if mention.need == Need::Required {
                self.count_required(at, mention, tallies, misses);
            }
        }
        for (at, found) in self.found.iter().enumerate() {
            let name = found.kind.name();
            match self.pairs.gold_of_found.get(&at).map(|&g| &self.gold.mentions[g]) {
                Some(gold) if gold.need == Need::Required && gold.span != found.span => {
                    tallies.strict.entry(name).or_default().wrong += 1;
                }
                Some(_) => {}
                None if self.touches_optional(found.span) => {}
                None => {
                    tallies.mention.entry(name).or_default().wrong += 1;
                    tallies.strict.entry(name).or_default().wrong += 1;
                    misses.push(Miss::Wrong {
                        doc: self.gold.name.clone(),
                        kind: found.kind,
                        text: self.words(found.span),
                        around: self.around(found.span),
                    });
                }
            }
        }
    }

    fn count_required(
        &self,
        at: usize,
        mention: &GoldMention,
        tallies: &mut Tallies,
        misses: &mut Vec<Miss>,
    ) {
        let kind = mention.id.kind;
        let found = self.pairs.found_of_gold.get(&at).map(|&f| self.found[f].span);
        let exact = found == Some(mention.span);
        tallies
            .mention
            .entry(kind.name())
            .or_default()
            .expect(found.is_some());
        tallies.strict.entry(kind.name()).or_default().expect(exact);
        let (doc, text) = (self.gold.name.clone(), self.words(mention.span));
        match found {
            None => misses.push(Miss::Missed { doc, kind, text }),
            Some(span) if !exact => {
                let found = self.words(span);
                misses.push(Miss::Span {
                    doc,
                    kind,
                    text,
                    found,
                });
            }
            Some(_) => {}
        }
    }

    fn count_entities(&self, tallies: &mut Tallies, misses: &mut Vec<Miss>) {
        for id in &self.required {
            let found = self.clusters.found_of_gold.get(id);
            tallies
                .entity
                .entry(id.kind.name())
                .or_default()
                .expect(found.is_some());
            match found {
                Some(found) => self.count_attributes(*id, self.entities[found], tallies, misses),
                None => misses.push(Miss::NoEntity {
                    doc: self.gold.name.clone(),
                    kind: id.kind,
                    name: self.gold.entities[id].name.clone(),
                }),
            }
        }
        for entity in self.counted() {
            if !self.clusters.gold_of_found.contains_key(entity) {
                let entity = self.entities[entity];
                tallies.entity.entry(entity.kind().name()).or_default().wrong += 1;
                misses.push(Miss::ExtraEntity {
                    doc: self.gold.name.clone(),
                    kind: entity.kind(),
                    name: entity.name.clone(),
                });
            }
        }
    }

    fn count_attributes(&self, id: Id, found: &Entity, tallies: &mut Tallies, misses: &mut Vec<Miss>) {
        let (doc, want) = (&self.gold.name, &self.gold.entities[&id]);
        if id.kind != Kind::Event && !tallies.names.add(key(&found.name) == key(&want.name)) {
            misses.push(Miss::Name {
                doc: doc.clone(),
                kind: id.kind,
                name: want.name.clone(),
                given: found.name.clone(),
            });
        }
        let Some(date) = &want.date else { return };
        let given = found.date.as_deref().unwrap_or_default();
        if !tallies.dates.add(given.starts_with(date.as_str())) {
            misses.push(Miss::Date {
                doc: doc.clone(),
                name: want.name.clone(),
                date: date.clone(),
                given: found.date.clone(),
            });
        }
    }

    /// Entities of the record with a mention that counts for or against it.
    fn counted(&self) -> BTreeSet<&'a str> {
        let counts = |(at, found): (usize, &Found<'a>)| {
            let counts = match self.pairs.gold_of_found.get(&at) {
                Some(&g) => self.gold.mentions[g].need == Need::Required,
                None => !self.touches_optional(found.span),
            };
            counts.then_some(found.entity)
        };
        self.found.iter().enumerate().filter_map(counts).collect()
    }

    /// Compares relations over entities that were found; what touches an unfound one was counted there already.
    fn count_relations(&self, tallies: &mut Tallies, misses: &mut Vec<Miss>) {
        let mut want: BTreeMap<Edge, Vec<Option<&str>>> = BTreeMap::new();
        for relation in &self.gold.relations {
            let edge = (relation.kind, relation.source, relation.target);
            if self.counts(relation.source) && self.counts(relation.target) {
                want.entry(edge).or_default().push(relation.title.as_deref());
            }
        }
        let mut got: BTreeMap<Edge, Vec<&str>> = BTreeMap::new();
        for relation in &self.record.relations {
            if let Some(edge) = self.edge(relation) {
                let title = relation.title.as_deref().unwrap_or_default();
                got.entry(edge).or_default().push(title);
            }
        }
        for (edge, titles) in &want {
            let given = got.get(edge);
            tallies
                .relation
                .entry(edge.0.name())
                .or_default()
                .expect(given.is_some());
            match given {
                Some(given) => self.count_titles(*edge, titles, given, tallies, misses),
                None => misses.push(self.missed(*edge)),
            }
        }
        for edge in got.keys().filter(|edge| !want.contains_key(edge)) {
            if self.is_scored(edge.0) {
                tallies.relation.entry(edge.0.name()).or_default().wrong += 1;
                misses.push(self.wrong(*edge));
            }
        }
    }

    fn count_titles(
        &self,
        edge: Edge,
        titles: &[Option<&str>],
        given: &[&str],
        tallies: &mut Tallies,
        misses: &mut Vec<Miss>,
    ) {
        let given_keys: Vec<String> = given.iter().map(|title| key(title)).collect();
        let (kind, source, _) = edge;
        for title in titles
            .iter()
            .flatten()
            .filter(|_| kind == RelationKind::HoldsPosition)
        {
            if !tallies.titles.add(given_keys.contains(&key(title))) {
                misses.push(Miss::Title {
                    doc: self.gold.name.clone(),
                    name: self.gold.entities[&source].name.clone(),
                    title: (*title).to_owned(),
                    given: given.iter().map(|&title| title.to_owned()).collect(),
                });
            }
        }
    }

    /// The relation in terms of the gold file, where both its ends are known there and required.
    fn edge(&self, relation: &Relation) -> Option<Edge> {
        let end = |id: &str| {
            self.clusters
                .gold_of_found
                .get(id)
                .copied()
                .filter(|&id| self.counts(id))
        };
        Some((relation.kind, end(&relation.source)?, end(&relation.target)?))
    }

    /// Whether relations of a gold entity count: not where all its mentions are optional.
    fn counts(&self, id: Id) -> bool {
        self.required.contains(&id) || !self.gold.mentions.iter().any(|mention| mention.id == id)
    }

    /// Relations that the guidelines do not name count only on pages whose gold file states one of them.
    fn is_scored(&self, kind: RelationKind) -> bool {
        use RelationKind::{Cites, Concerns, PartOf, SucceededBy};
        !matches!(kind, PartOf | SucceededBy | Cites | Concerns)
            || self.gold.relations.iter().any(|relation| relation.kind == kind)
    }

    fn missed(&self, (relation, source, target): Edge) -> Miss {
        Miss::MissedRelation {
            doc: self.gold.name.clone(),
            source: self.gold.entities[&source].name.clone(),
            relation,
            target: self.gold.entities[&target].name.clone(),
        }
    }

    fn wrong(&self, (relation, source, target): Edge) -> Miss {
        Miss::WrongRelation {
            doc: self.gold.name.clone(),
            source: self.gold.entities[&source].name.clone(),
            relation,
            target: self.gold.entities[&target].name.clone(),
        }
    }

    fn touches_optional(&self, span: Span) -> bool {
        let optional = |m: &&GoldMention| m.need == Need::Optional;
        self.gold
            .mentions
            .iter()
            .filter(optional)
            .any(|m| m.span.shared(span) > 0)
    }

    fn words(&self, span: Span) -> String {
        self.letters[span.start as usize..span.end as usize]
            .iter()
            .collect()
    }

    fn around(&self, span: Span) -> String {
        let start = (span.start as usize).saturating_sub(25);
        let end = (span.end as usize + 25).min(self.letters.len());
        self.letters[start..end].iter().collect()
    }
}

type Edge = (RelationKind, Id, Id);
