extension Concept {
  /// The title as people on both sides know it: `Roofer · Brevet de couvreur`.
  ///
  /// A qualification is known by the name under which it is awarded, and so is a level; the titles of
  /// anything else in other languages are translations, and the preferred one is enough.
  package var fullTitle: String {
    guard kind == .qualification || kind == .level else { return title.preferred ?? "" }
    return title.full ?? ""
  }
}

extension LocalizedText {
  /// The preferred text, followed by those in other languages that differ from it.
  package var full: String? {
    preferred.map { preferred in
      var texts = [preferred]
      for entry in entries where !texts.contains(entry.text) { texts.append(entry.text) }
      return texts.joined(separator: " · ")
    }
  }
}
