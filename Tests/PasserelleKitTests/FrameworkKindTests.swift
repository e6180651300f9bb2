import PasserelleKit
import PasserelleModel
import Testing

/// What names say of a framework whose kind nothing states.
struct FrameworkKindTests {
  @Test(arguments: [
    ("CL_ISCED_F13", FrameworkKind.educationFields), ("ISCED-F 2013", .educationFields),
    ("Field of education", .educationFields), ("CL_ISCED11", .educationLevels),
    ("https://example.org/isced/2011", .educationLevels), ("ie-nqf", .qualificationsFramework),
    ("CL_ISCO08", .occupations), ("Klassifikation der Berufe", .occupations),
    ("Ausbildungsberufe", .occupations),
  ])
  func aWordSpeaksForAKind(words: String, kind: FrameworkKind) {
    #expect(FrameworkKind(assumedFrom: ["x", words]) == kind)
  }

  @Test(arguments: ["Discontinued", "San Francisco", "Frequency", ""])
  func anAccidentOfLettersSpeaksForNone(words: String) {
    #expect(FrameworkKind(assumedFrom: [words]) == nil)
  }
}
