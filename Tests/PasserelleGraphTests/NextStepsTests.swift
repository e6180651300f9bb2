import PasserelleGraph
import PasserelleModel
import TestSupport
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

  @Test(arguments: [
    ("de-nqf:6", "ie-nqf:8", Purpose.work, 1), ("ie-nqf:8", "de-nqf:6", .work, 0),
    ("de-nqf:6", "ie-nqf:8", .study, 0),
  ])
  func nameAgreementsInTheirDirectionAndForTheirPurpose(
    from: String, to: String, purpose: Purpose, count: Int
  ) throws {
    var fixture = Self.ireland()
    fixture.agreement("de-ie", from: ["DE"], to: ["IE"], for: [.work])
    let steps = try NextSteps(
      for: purpose, after: fixture.compare(from, to), graph: fixture.graph)

    #expect(steps.agreements.count == count)
  }

  @Test func nameAMutualAgreementInBothDirectionsAndNoneBeforeItsDate() throws {
    var fixture = Self.ireland()
    fixture.agreement("de-ie", from: ["DE"], to: ["IE"], isMutual: true)
    func steps(on day: Day) throws -> NextSteps {
      try NextSteps(
        for: .work, after: fixture.compare("ie-nqf:8", "de-nqf:6", on: day), graph: fixture.graph)
    }

    #expect(try steps(on: "2026-01-01").agreements.count == 1)
    #expect(try steps(on: "2019-12-31").agreements.isEmpty)
  }

  @Test func nameAnAgreementThatIsOverForTitlesOfItsDaysAlone() throws {
    var fixture = Self.ireland()
    fixture.agreement("de-ie", from: ["DE"], to: ["IE"]) { agreement in
      agreement.date = CalendarDate("2000")
      agreement.validity.to = CalendarDate("2006")
    }
    func steps(awarded: Day?) throws -> NextSteps {
      var matter = RecognitionCase(day: "2026-01-01")
      matter.origins = [try #require(CountryCode("DE"))]
      matter.titleOrigins = matter.origins
      matter.awarded = [awarded]
      let ireland = try fixture.graph.frameworks().filter { $0.name.series == "ie-nqf" }
      return try NextSteps(for: .work, of: matter, in: ireland, graph: fixture.graph)
    }

    #expect(try steps(awarded: "2006-12-31").agreements.map(\.coverage) == [.may])
    #expect(try steps(awarded: "2007-01-01").agreements.isEmpty)
    #expect(try steps(awarded: nil).agreements.isEmpty)
  }

  @Test(arguments: [
    (true, ["2006-12-31"], [Coverage.yes]), (true, ["2007-01-01"], []), (false, ["2006-12-31"], []),
    (true, ["2006-12-31", "2007-01-01"], [.may]), (true, ["2006-12-31", nil], [.may]),
    (nil, ["2006-12-31"], [.may]), (nil, [nil], []),
  ])
  func anAgreementThatHasEndedSaysItselfWhetherItGoesOn(
    isLasting: Bool?, awarded: [Day?], expected: [Coverage]
  ) throws {
    var fixture = Self.ireland()
    fixture.agreement("pact", from: ["DE"], to: ["IE"]) { agreement in
      agreement.date = CalendarDate("2000")
      agreement.validity.to = CalendarDate("2006")
      agreement.isLasting = isLasting
    }
    var matter = RecognitionCase(day: "2026-01-01")
    matter.origins = [try #require(CountryCode("DE"))]
    matter.awarded = awarded
    let ireland = try fixture.graph.frameworks().filter { $0.name.series == "ie-nqf" }
    let steps = try NextSteps(for: .work, of: matter, in: ireland, graph: fixture.graph)

    #expect(steps.agreements.map(\.coverage) == expected)
    #expect(steps.leftOut.map(\.key) == (expected.isEmpty ? ["left-out.days"] : []))
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
