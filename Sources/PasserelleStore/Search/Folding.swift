internal import Foundation
internal import PasserelleModel

// What a text is found by, the same on any machine.

extension String {
  /// The text without case, accents, and what else people leave out for want of a key: the strokes of
  /// letters (`ł`, `đ`, `ø`), ligatures (`œ`, `æ`), the dot of an `i`, Arabic vowel signs.
  var folded: String {
    // Letters of half and of full width are those of the usual width.
    let usual =
      unicodeScalars.contains { (0xFF00...0xFFEF).contains($0.value) }
      ? precomposedStringWithCompatibilityMapping : self
    let plain = usual.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .trimmed
    guard plain.utf8.contains(where: { $0 >= 0x80 }) else { return plain }
    var text = ""
    for scalar in plain.unicodeScalars {
      if let letters = Letters.plain[scalar] {
        text += letters
      } else if !Letters.areLeftOut(scalar) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The text in Latin letters, where it has others.
  var inLatin: String? {
    guard unicodeScalars.contains(where: { $0.value > 0x24F && $0.properties.isAlphabetic }) else {
      return nil
    }
    return NSString(string: self).applyingTransform(.toLatin, reverse: false)
  }

  /// The words of a folded text: letters, digits and what belongs to them.
  var words: [String] {
    unicodeScalars.split { !$0.isOfWord }.map { String($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: true
    case ..<0x80: false
    default:
      properties.isAlphabetic || properties.numericType != nil
        || [.nonspacingMark, .spacingMark].contains(properties.generalCategory)
    }
  }
}

/// Letters that no decomposition of Unicode makes plain.
private enum Letters {
  static let plain: [Unicode.Scalar: String] = [
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "œ": "oe", "æ": "ae", "þ": "th", "ı": "i", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ə": "e", "ß": "ss", "ŀ": "l", "ǆ": "dz", "ĳ": "ij",
    // The hamza and the two forms of a letter that keyboards of neighbouring languages give.
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
    // An apostrophe parts words, however it is typed.
    "\u{2BC}": "'", "\u{2019}": "'",
  ]

  /// Arabic vowel signs, and the stroke that makes a word longer.
  static func areLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x64B...0x65F, 0x670, 0x640: true
    default: false
    }
  }
}
