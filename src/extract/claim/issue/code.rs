//! The number of a directive -> whether a body can have issued it: `NĐ-CP` is the Chính phủ's, `KH-UBND` a UBND's.

use crate::clean::letters::folded;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::number::Number;
use crate::extract::reader::Reader;

impl Reader<'_> {
    /// Whether the number of the directive `item` says that `body` issued it: one of the bodies that the lexicon gives its
    /// issuer's symbol, or an organ of one (`Ban Thường vụ Tỉnh ủy` for `TU`).
    pub(in crate::extract::claim) fn is_signed_by(&self, item: &Item, body: &Item) -> bool {
        let What::Directive { name, .. } = &item.what else {
            return false;
        };
        let (Some(number), What::Body(body)) = (&name.number, &body.what) else {
            return false;
        };
        let bodies = self.issuers(number);
        let mut organ = Some(body);
        while let Some(one) = organ {
            if bodies.iter().any(|name| *name == self.stem_name(one)) {
                return true;
            }
            organ = one.parent.as_deref();
        }
        false
    }

    /// Whether the lexicon knows who the number of the directive `item` stands for.
    pub(super) fn tells_signer(&self, item: &Item) -> bool {
        matches!(&item.what, What::Directive { name, .. }
            if name.number.as_ref().is_some_and(|number| !self.issuers(number).is_empty()))
    }

    /// The names of the bodies, or heads of bodies, that the issuer's part of a number can stand for.
    fn issuers(&self, number: &Number) -> Vec<&str> {
        let code = folded(&number.issuer);
        // `QH15`, `UBTVQH15`: the term of the assembly
        let known = |code: &str| {
            let plain = code.trim_end_matches(|letter: char| letter.is_ascii_digit());
            self.lexicon.issuers.get(plain).into_iter().flatten()
        };
        let mut names: Vec<&str> = known(&code).map(String::as_str).collect();
        if names.is_empty() {
            // `TTLT-BGDĐT-BTTTT`, `NQLT-UBTVQH15-CP-…`: each part may be an issuer of its own.
            names = code
                .split(['-', '/'])
                .flat_map(known)
                .map(String::as_str)
                .collect();
        }
        if names.is_empty() {
            // `6676/BYT-CDS`: a letter has the issuer first, then the unit that wrote it.
            names = known(&folded(&number.symbol)).map(String::as_str).collect();
        }
        names
    }

    fn stem_name(&self, body: &BodyName) -> &str {
        match body.stem {
            Stem::Fixed(item) => &self.lexicon.bodies[item].name,
            Stem::Head(item) => &self.lexicon.heads[item].name,
        }
    }
}
