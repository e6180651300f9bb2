internal import PasserelleModel

/// What is said of a list or a code by a word that SDMX does not have.
struct SDMXAnnotation {
  var type: String?
  var text: LocalizedText

  init(_ type: String?, _ text: LocalizedText) {
    (self.type, self.text) = (type, text)
  }

  /// An annotation in no language.
  init(_ type: String, _ text: String) {
    self.init(type, LocalizedText(LanguageTag("zxx").map { [.init($0, text)] } ?? []))
  }

  /// An annotation that a note was once, or may be now.
  ///
  /// `ORDER: 3` is an annotation of this type: the adapter makes such notes of annotations.
  private init(_ note: Note) {
    guard note.isBackground else {
      self.init("passerelle:note", note.text)
      return
    }
    let values = note.text.entries.map { NamedValue($0.text) }
    guard let type = values.first??.name, values.allSatisfy({ $0?.name == type }) else {
      self.init(nil, note.text)
      return
    }
    let entries = zip(note.text.entries, values).map { entry, value in
      LocalizedText.Entry(entry.language, value?.value ?? entry.text)
    }
    self.init(type, LocalizedText(entries))
  }

  /// Notes as a description, which is the first that is not an annotation by itself, and annotations.
  static func all(
    of notes: [Note]
  ) -> (description: LocalizedText, annotations: [SDMXAnnotation]) {
    var annotations = notes.map { SDMXAnnotation($0) }
    guard let first = annotations.firstIndex(where: { $0.type == nil }) else {
      return (LocalizedText(), annotations)
    }
    return (annotations.remove(at: first).text, annotations)
  }
}
