//! Texts -> a list of them in two pieces of memory, the short ones within the list itself.
//!
//! Edges name their ends in any order, so that each look at an id is likely to miss the cache; a short id costs one miss.

/// Texts in the order of their coming.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pieces {
    pieces: Vec<Piece>,
    /// The letters of all long texts.
    letters: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

/// A text of up to [`LONGEST`] bytes, or the number of a longer one.
#[derive(Clone, Copy, Debug)]
enum Piece {
    Short { length: u8, letters: [u8; LONGEST] },
    Long(u32),
}

/// What fills a piece up to sixteen bytes, with the one that tells its sort and the one that tells its length.
const LONGEST: usize = 14;

impl Pieces {
    pub(crate) fn push(&mut self, words: &str) {
        let mut letters = [0; LONGEST];
        let piece = match letters.get_mut(..words.len()) {
            Some(own) => {
                own.copy_from_slice(words.as_bytes());
                Piece::Short {
                    length: words.len() as u8,
                    letters,
                }
            }
            None => {
                self.letters.push_str(words);
                self.ends.push(self.letters.len());
                Piece::Long(self.ends.len() as u32 - 1)
            }
        };
        self.pieces.push(piece);
    }

    /// The text at this place.
    pub(crate) fn get(&self, place: usize) -> &str {
        match &self.pieces[place] {
            Piece::Short { length, letters } => {
                let letters = std::str::from_utf8(&letters[..usize::from(*length)]);
                letters.expect("short texts are kept whole")
            }
            Piece::Long(number) => self.long(*number),
        }
    }

    /// Whether the text at this place is this one.
    pub(crate) fn is(&self, place: usize, words: &str) -> bool {
        match &self.pieces[place] {
            Piece::Short { length, letters } => letters[..usize::from(*length)] == *words.as_bytes(),
            Piece::Long(number) => self.long(*number) == words,
        }
    }

    fn long(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start..self.ends[number]]
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.pieces.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length_come_back_and_take_sixteen_bytes_each() {
        assert_eq!(size_of::<Piece>(), 16);
        let mut pieces = Pieces::default();
        let all: Vec<String> = (0..40)
            .map(|length| "ổ".repeat(length / 3) + &"n".repeat(length % 3))
            .collect();
        all.iter().for_each(|words| pieces.push(words));
        for (place, words) in all.iter().enumerate() {
            assert_eq!(pieces.get(place), words);
            assert!(pieces.is(place, words) && !pieces.is(place, "ổn định"));
        }
        assert_eq!(pieces.len(), 40);
    }
}
