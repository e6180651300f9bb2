import PasserelleKit

/// The name of a taxonomy: `tabiya`, and what tells it from the others.
///
/// Each country has a taxonomy of its own, and none is a version of another. The platform's own base is
/// `tabiya`; the others are named after their NAME and their country: `tabiya-kenya`. A NAME that leaves
/// nothing a name may have is replaced by the first of the taxonomy's UUIDs, which its versions share.
struct TaxonomyName {
  let series: String

  /// Words that say what any taxonomy is.
  private static let general: Set = [
    "tabiya", "taxonomy", "taxonomies", "esco", "isco", "base", "open", "model", "dataset", "data",
    "set", "of", "the", "a", "an", "and", "for", "with", "version", "release",
  ]

  /// Makes the name.
  ///
  /// - Parameters:
  ///   - name: What the taxonomy is called.
  ///   - country: Its country, where it says one.
  ///   - history: Its UUIDs, the latest first.
  init(_ name: String?, country: CountryCode?, history: String?) {
    // The version has a place of its own: of `Kenya v1.0.1` another version is the same taxonomy.
    let words = (name ?? "").words.filter { !Self.isVersion($0) }.flatMap { word in
      word.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
    let own = words.filter { !Self.general.contains($0) }
    let parts = own + [country.map { $0.description.lowercased() }].compactMap(\.self)
    let series = (["tabiya"] + parts).joined(separator: "-")
    let oldest = history?.split(whereSeparator: \.isNewline).last.map(String.init)
    self.series =
      FrameworkName(series)?.series
      ?? oldest.flatMap { FrameworkName(folding: "tabiya \($0)")?.series }
      ?? FrameworkName(folding: series)?.series ?? "tabiya"
  }

  /// Whether a word is the label of a version: `2.0.0`, `v1.0.1-rc`.
  private static func isVersion(_ word: Substring) -> Bool {
    let digits = word.first == "v" || word.first == "V" ? word.dropFirst() : word
    return digits.first?.isNumber == true
  }
}
