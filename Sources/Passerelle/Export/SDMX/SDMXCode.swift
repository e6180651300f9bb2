internal import PasserelleModel

/// A concept as a code of a list, with what comes behind it.
struct SDMXCode {
  let concept: Concept
  var parent: Code?
  var notes: [Note] = []

  init(_ concept: Concept) { self.concept = concept }

  /// The code in XML.
  ///
  /// - Parameter kind: What the list is.
  /// - Returns: The text, in lines.
  func text(in kind: FrameworkKind) -> String {
    let code = concept.id.code
    let id = code?.sdmxIdentifier ?? ""
    var annotations: [SDMXAnnotation] = []
    if let code, id != code.description {
      annotations.append(SDMXAnnotation("passerelle:code", code.description))
    }
    if concept.kind != kind.usualConcepts {
      annotations.append(SDMXAnnotation("passerelle:kind", concept.kind.rawValue))
    }
    if let tier = concept.tier { annotations.append(SDMXAnnotation("passerelle:tier", tier)) }
    annotations += concept.alternatives.entries.map {
      SDMXAnnotation("passerelle:alternative", LocalizedText([$0]))
    }
    let (description, others) = SDMXAnnotation.all(of: notes)
    let parent = parent.map {
      "        <str:Parent><Ref id=\"\($0.sdmxIdentifier)\"/></str:Parent>\n"
    }
    return SDMXText.start("str:Code", [("id", id), ("uri", concept.uri)], indent: 3)
      + SDMXText.annotations(annotations + others, indent: 4)
      + SDMXText.texts("com:Name", concept.title, indent: 4)
      + SDMXText.texts("com:Description", description, indent: 4)
      + (parent ?? "") + "      </str:Code>\n"
  }
}
