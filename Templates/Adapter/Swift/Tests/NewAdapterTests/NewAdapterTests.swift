import PasserelleKit
import PasserelleTesting
import Testing

@testable import NewAdapter

struct NewAdapterTests {
  @Test func conforms() throws {
    expectConformance(of: NewAdapter(), on: try Sample(contentsOf: "../../Samples/levels.csv"))
  }

  @Test func readsLevelsAndWhatTheyAreReferencedTo() throws {
    let sample = try Sample(contentsOf: "../../Samples/levels.csv")
    let reading = Reading(of: sample.source, with: NewAdapter())

    #expect(reading.frameworks.map(\.name.description) == ["new-adapter"])
    #expect(reading.concepts.compactMap(\.id.code?.description) == ["1", "2", "3", "4"])
    #expect(reading.concepts[1].title.preferred == "Certificate, second class")
    #expect(
      reading.links.map { "\($0.from) \($0.to)" } == [
        "new-adapter:1 eqf:1", "new-adapter:2 eqf:2", "new-adapter:3 eqf:4",
      ])
  }

  @Test func saysWhereARowIsWrongAndReadsTheRest() {
    let reading = expectDiagnostics(
      from: NewAdapter(),
      reading: """
        # framework: new-adapter
        # title: Levels
        level,title,eqf
        1,First,1️⃣9
        2,2️⃣,2
        3,Third,3
        """, named: "levels.csv", ["1️⃣": "bad-eqf-level", "2️⃣": "missing-title"])

    #expect(reading.links.map(\.to.description) == ["eqf:3"])
  }

  @Test func doesNotGuessWhichFrameworkAListIsOf() {
    expectDiagnostics(
      from: NewAdapter(), reading: "1️⃣level,title,eqf\n1,First,1\n", named: "levels.csv",
      ["1️⃣": "missing-head"])
  }
}
