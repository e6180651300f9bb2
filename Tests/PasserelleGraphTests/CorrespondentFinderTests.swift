import PasserelleGraph
import PasserelleModel
import Testing

struct CorrespondentFinderTests {
  @Test func findsWhatStandsAtTheSameReferenceLevel() throws {
    let found = try find("de-nqf:6", in: "ie", Fixture.irelandAndGermany())

    #expect(found.matches.map(\.record.id.description) == ["ie-nqf:7", "ie-nqf:8"])
    #expect(found.matches.allSatisfy { $0.finding == .sameReferenceLevel })
  }

  @Test func listsComparisonsApart() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("nz-nzqcf", country: "NZ", levels: ["7"])
    fixture.link("nz-nzqcf:7", .comparedTo, "ie-nqf:7")

    let found = try find("ie-nqf:7", in: "nz", fixture)
    #expect(found.matches.isEmpty)
    #expect(found.compared.map(\.id.description) == ["nz-nzqcf:7"])
  }

  @Test func saysThatAMappingIsNotUsable() throws {
    var fixture = Fixture()
    fixture.framework("nz-nzqcf", country: "NZ", levels: ["7"])
    fixture.framework("ae-qfe", country: "AE", levels: ["7"])
    fixture.link("ae-qfe:7", .notUsable, "nz-nzqcf:7")

    for (level, country) in [("ae-qfe:7", "nz"), ("nz-nzqcf:7", "ae")] {
      let found = try find(level, in: country, fixture)
      #expect(found.matches.isEmpty)
      #expect(found.nulls.map(\.link.relation) == [.notUsable])
    }
  }

  @Test func theNumberDoesNotLead() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("gb-rqf", levels: ["3"])
    fixture.link("gb-rqf:3", .referencedTo, "eqf:4")

    let found = try find("gb-rqf:3", in: "ie-nqf", fixture)
    #expect(found.matches.map(\.record.id.description) == ["ie-nqf:5"])
  }

  @Test func whereNothingStandsThereTheNeighboursAreNamedAsSuch() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("xx-nqf", country: "MT", levels: ["a", "b"])
    fixture.link("xx-nqf:a", .referencedTo, "eqf:5")
    fixture.link("xx-nqf:b", .referencedTo, "eqf:7")

    let found = try find("de-nqf:6", in: "mt", fixture)
    #expect(found.matches.map(\.record.id.description) == ["xx-nqf:a", "xx-nqf:b"])
    #expect(found.matches.allSatisfy { $0.finding == .adjacent && $0.distance == 1 })
  }

  @Test func showsTheQualificationsOfALevel() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("ie-nqf:hons", "Honours bachelor degree", at: "ie-nqf:8")

    let found = try find("de-nqf:6", in: "ie", fixture)
    #expect(found.matches.last?.qualifications.map(\.id.description) == ["ie-nqf:hons"])
  }

  @Test func theRecordsOfARegisterAreNotListedBelowALevel() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("de-register", kind: .register, country: "DE", levels: [])
    fixture.qualification("de-register:1", "A record", at: "de-nqf:6")
    fixture.link("de-register:1", .referencedTo, "eqf:6")

    let inCountry = try find("ie-nqf:8", in: "de", fixture)
    #expect(
      !inCountry.matches.flatMap(\.qualifications).map(\.id.description).contains("de-register:1"))
    let inRegister = try find("ie-nqf:8", in: "de-register", fixture)
    #expect(inRegister.matches.map(\.record.id.description) == ["de-register:1"])
  }

  @Test func askedForTheReferenceFrameworkItNamesTheLevel() throws {
    let found = try find("ie-nqf:8", in: "eqf", Fixture.irelandAndGermany())
    #expect(found.matches.map(\.record.id.description) == ["eqf:6"])
  }

  @Test func tellsTheNotesOnWhatItFinds() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.note("ie-nqf:8", "is the honours bachelor")

    let found = try find("de-nqf:6", in: "ie", fixture)
    #expect(
      found.caveats.contains(
        Caveat.note(
          ["subject": "ie-nqf:8"], parts: ["text": [Phrase(.english("is the honours bachelor"))]])))
  }

  @Test func showsBothSidesOfAConflict() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:1", .notReferenced, "eqf")
    fixture.link("ie-nqf:1", .referencedTo, "eqf:1", source: "other")

    let found = try find("de-nqf:1", in: "ie", fixture)
    #expect(found.matches.first?.links.map(\.link.relation) == [.notReferenced, .referencedTo])
  }

  @Test func nothingCorrespondsToWhatHasNoReferenceLevel() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:1", .belowScale, "eqf")

    let found = try find("ie-nqf:1", in: "de", fixture)
    #expect(found.matches.isEmpty)
    #expect(found.subject.finding == .belowScale)
  }

  @Test func aLevelThatSourcesDisagreeOnIsMarked() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:1", .notReferenced, "eqf")
    fixture.link("ie-nqf:1", .referencedTo, "eqf:1", source: "other")

    let found = try find("de-nqf:1", in: "ie", fixture)
    #expect(found.matches.map(\.finding) == [.conflict, .sameReferenceLevel])
  }

  @Test func itIsNotItsOwnCorrespondent() throws {
    let found = try find("ie-nqf:8", in: "ie", Fixture.irelandAndGermany())
    #expect(found.matches.map(\.record.id.description) == ["ie-nqf:7"])
  }

  @Test func aDeclarationOfTheOtherDirectionIsToldOnly() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:4")

    let found = try find("de-nqf:4", in: "ie", fixture)
    #expect(
      found.caveats.contains(Caveat.otherWay(["from": "ie-nqf:6", "to": "de-nqf:4"])))
  }

  @Test func aLevelThatSpansSeveralIsMarked() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("xx-nqf", country: "MT", levels: ["1"])
    fixture.link("xx-nqf:1", .referencedTo, "eqf:5")
    fixture.link("xx-nqf:1", .referencedTo, "eqf:6")

    #expect(try find("de-nqf:6", in: "mt", fixture).matches.map(\.finding) == [.ambiguous])
  }

  @Test func aDeclarationStandsApartAndInItsDirectionOnly() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:4")

    #expect(try find("ie-nqf:6", in: "de", fixture).declared.map(\.id.description) == ["de-nqf:4"])
    #expect(try find("de-nqf:4", in: "ie", fixture).declared.isEmpty)
  }

  @Test func aMappingIsReadFromBothSidesWithItsCardinality() throws {
    var fixture = Fixture()
    fixture.framework("isco-88", kind: .occupations, levels: ["1", "2"])
    fixture.framework("isco-08", kind: .occupations, levels: ["a", "b"])
    fixture.link("isco-88:1", .narrowMatch, "isco-08:a")
    fixture.link("isco-88:1", .relatedMatch, "isco-08:b")
    fixture.link("isco-88:2", .relatedMatch, "isco-08:b")

    let forth = try find("isco-88:1", in: "isco-08", fixture).mappings
    #expect(
      forth.map { "\($0.id) \($0.relation) \($0.cardinality)" }
        == ["isco-08:a narrowMatch 1:n", "isco-08:b relatedMatch n:m"])
    let back = try find("isco-08:a", in: "isco-88", fixture).mappings
    #expect(
      back.map { "\($0.id) \($0.relation) \($0.cardinality)" } == ["isco-88:1 broadMatch n:1"])
  }

  @Test func anOldLevelIsLookedUpByWhatTookItsPlace() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("fr-nqf@1969", country: "FR", to: "2018-12-31", levels: ["V"])
    fixture.framework("fr-nqf@2019", country: "FR", from: "2019-01-01", levels: ["3"])
    fixture.link("fr-nqf@2019:3", .supersedes, "fr-nqf@1969:V")
    fixture.link("fr-nqf@2019:3", .referencedTo, "eqf:3")
    let found = try find("fr-nqf@1969:V", in: "de", fixture)

    #expect(found.matches.map(\.record.id.description) == ["de-nqf:3"])
    #expect(found.matches[0].since?.description == "fr-nqf@2019:3")
    #expect(found.matches[0].links.first?.link.relation == .supersedes)
  }

  @Test func fromAPlaceThatSpansLevelsEachMatchIsContingent() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ch-nqf", country: "CH", levels: ["4", "5"])
    fixture.link("ch-nqf:4", .referencedTo, "eqf:4")
    fixture.link("ch-nqf:5", .referencedTo, "eqf:5")
    fixture.qualification("ch-nqf:efz", "Certificate", at: "ch-nqf:4")
    fixture.link("ch-nqf:efz", .atLevel, "ch-nqf:5")
    let found = try find("ch-nqf:efz", in: "de", fixture)

    #expect(
      found.matches.map { "\($0.record.id) \($0.isContingent)" } == [
        "de-nqf:4 true", "de-nqf:5 true",
      ])
  }

  @Test(arguments: [
    (Relation.notReferenced, "eqf", UnmatchedReason.noLevel), (.belowScale, "eqf", .belowScale),
    (.comparedTo, "eqf:4", .compared),
  ])
  func aLevelWithoutAPlaceGivesNothingToLookUp(
    relation: Relation, reference: String, reason: UnmatchedReason
  ) throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("aq-sqf", country: "AQ", levels: ["3", "4"])
    fixture.link("aq-sqf:3", .referencedTo, "eqf:3")
    fixture.link("aq-sqf:4", relation, reference)

    let found = try find("aq-sqf:4", in: "ie", fixture)
    #expect(found.unmatched.map(\.reason) == [reason(["reference": "eqf"])])
  }

  @Test func aFrameworkWithNothingToShowSaysWhy() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ba-nqf", country: "BA", levels: ["4"])
    fixture.link("ba-nqf:4", .notReferenced, "eqf")

    let found = try find("de-nqf:4", in: "ba", fixture)
    #expect(
      found.unmatched.map(\.reason) == [UnmatchedReason.thereNoLevel(["reference": "eqf"])])
    let own = try find("de-nqf:4", in: "de", fixture)
    #expect(own.unmatched.map(\.reason) == [UnmatchedReason.sameFramework()])
  }

  private func find(
    _ id: String, in target: String, _ fixture: Fixture
  ) throws -> Correspondents {
    let resolver = try fixture.resolver()
    let identifier = try #require(Identifier(id))
    let record = try #require(fixture.graph.concept(identifier))
    return try CorrespondentFinder(fixture.vantage())
      .find(record, in: resolver.frameworks(target))
  }
}
