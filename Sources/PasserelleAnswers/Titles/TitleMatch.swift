package import PasserelleGraph
package import PasserelleModel

/// A concept that a title or a code may mean.
package struct TitleMatch: Sendable {
  package var record: ConceptRecord
  /// How alike the text and the label are, from 0 to 100: it is about words and letters, and says
  /// nothing about what the concept corresponds to.
  package var score: Int
  /// Whether the text is the very title, the very code or the identifier.
  package var isExact: Bool
  /// Whether nothing else can be meant: the text is the very title or code of this concept alone, in a
  /// framework or country that was named.
  package var isCertain = false
  /// The label that it was found by, if that is not its title.
  package var label: String?
  /// What was repaired to read a code, or what else may be meant.
  package var remarks: [Phrase] = []

  package var id: Identifier { record.id }
}
