package import PasserelleModel

/// What a search found: a concept or a framework, with the label that it was found by.
package struct SearchHit: Sendable {
  /// What kind of name a label is that is neither a title nor another label of the concept's own source.
  package struct FurtherName: Hashable, Sendable {
    package var kind: NameKind
    package var isVerified: Bool
  }

  package var id: Identifier
  /// What it is, in the publisher's words where there are any.
  package var kind: String
  package var label: LocalizedText.Entry
  /// Why it was found.
  package var match: SearchMatch
  /// Whether all words stand together in the label as they were typed.
  package var isTogether: Bool
  package var name: FurtherName?

  package init(
    id: Identifier, kind: String, label: LocalizedText.Entry, match: SearchMatch,
    isTogether: Bool = true, name: FurtherName? = nil
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.match = match
    self.isTogether = isTogether
    self.name = name
  }
}
