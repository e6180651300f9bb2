import PasserelleKit
import PasserelleRDF

extension RDFResource {
  /// The texts of properties by language; what names none claims none (`und`).
  func localized(_ names: String...) -> LocalizedText {
    LocalizedText(
      names.flatMap { texts($0) }.compactMap { Self.entry($0.text, $0.language) })
  }

  static func entry(_ text: String, _ language: String) -> LocalizedText.Entry? {
    (LanguageTag(language) ?? LanguageTag("und")).map { LocalizedText.Entry($0, text) }
  }

  /// The span that `dcterms:valid` states as two days with a stroke between, or two dots for none.
  var span: Validity {
    let ends = (text("dcterms:valid") ?? "").split(
      separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return Validity() }
    let span = Validity(from: CalendarDate(String(ends[0])), to: CalendarDate(String(ends[1])))
    return span.isReversed ? Validity() : span
  }
}

extension LocalizedText {
  /// The texts as some in which each language comes once.
  var layers: [LocalizedText] {
    var layers: [LocalizedText] = []
    for entry in entries {
      let index = layers.firstIndex { layer in
        !layer.entries.contains { $0.language == entry.language }
      }
      if let index {
        layers[index].entries.append(entry)
      } else {
        layers.append(LocalizedText([entry]))
      }
    }
    return layers
  }
}
