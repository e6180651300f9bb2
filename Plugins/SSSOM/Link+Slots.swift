import PasserelleKit

extension Link {
  /// Takes what a mapping says beside its ends: into the fields that a link has, and all else as
  /// details, by the names of the slots.
  mutating func take(_ slots: [String: [String]]) {
    for (name, values) in slots.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "author_id", "author_label": authors += values
      case "mapping_tool": tool = values.first
      case "mapping_date": date = values.first.flatMap { CalendarDate($0) }
      case "comment": note = values.first.map { .english($0) } ?? LocalizedText()
      // The document that the link is based on says it.
      case "mapping_provider", "publication_date": break
      default: details += values.map { "\(name): \($0)" }
      }
    }
  }
}

extension [String: [String]] {
  /// The slots of a mapping that is read from its object to its subject.
  var turned: Self {
    var turned: Self = [:]
    for (name, values) in self {
      if name.hasPrefix("subject_") {
        turned["object_\(name.dropFirst("subject_".count))"] = values
      } else if name.hasPrefix("object_") {
        turned["subject_\(name.dropFirst("object_".count))"] = values
      } else {
        turned[name] = name == "predicate_id" ? values.map(\.turnedPredicate) : values
      }
    }
    return turned
  }
}

extension String {
  fileprivate var turnedPredicate: String {
    switch self {
    case "skos:broadMatch": "skos:narrowMatch"
    case "skos:narrowMatch": "skos:broadMatch"
    default: self
    }
  }
}
