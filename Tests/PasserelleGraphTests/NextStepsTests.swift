import PasserelleGraph
import PasserelleModel
import Testing

struct NextStepsTests {
  @Test func areThoseOfThePurposeAndThoseOfPriorLearning() throws {
    let fixture = Self.ireland()
    let steps = try NextSteps(
      for: .work, after: fixture.compare("de-nqf:6", "ie-nqf:8"), graph: fixture.graph)

    #expect(steps.systems.map(\.framework.name.description) == ["ie-nqf"])
    #expect(
      steps.systems.first?.procedures.map(\.procedure.deciders) == [
        ["the employer"], ["the board"],
      ])
  }

  @Test func areNeverThoseOfWhereTheQuestionStarts() throws {
    let fixture = Self.ireland()
    let steps = try NextSteps(
      for: .work, after: fixture.compare("ie-nqf:8", "de-nqf:6"), graph: fixture.graph)

    #expect(steps.systems.map(\.framework.name.description) == ["de-nqf"])
    #expect(steps.systems.first?.procedures.isEmpty == true)
  }

  @Test func areNoneOfAMetaFramework() throws {
    let fixture = Self.ireland()
    let steps = try NextSteps(
      for: .work, after: fixture.compare("ie-nqf:8", "eqf:6"), graph: fixture.graph)

    #expect(steps.systems.isEmpty)
  }

  private static func ireland() -> Fixture {
    var fixture = Fixture()
    fixture.framework("de-nqf", country: "DE", levels: ["6"])
    fixture.framework("ie-nqf", country: "IE", levels: ["8"])
    fixture.procedure(.study, decides: "the school")
    fixture.procedure(.work, decides: "the employer")
    fixture.procedure(.priorLearning, decides: "the board")
    return fixture
  }
}
