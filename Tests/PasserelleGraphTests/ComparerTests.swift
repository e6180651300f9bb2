import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

struct ComparerTests {
  @Test func aComparisonOfTwoCountriesIsShownAndCarriesNoFurther() throws {
    var fixture = Fixture()
    fixture.framework("hk-hkqf", levels: ["5"])
    fixture.framework("nz-nzqcf", levels: ["7"])
    fixture.link("nz-nzqcf:7", .comparedTo, "hk-hkqf:5")

    let comparison = try fixture.compare("hk-hkqf:5", "nz-nzqcf:7")
    #expect(comparison.finding == .noOfficialLink)
    #expect(comparison.direct.map(\.link.relation) == [.comparedTo])
  }

  @Test func anOldLevelLeadsToAllThatTookItsPlace() throws {
    var fixture = Fixture()
    fixture.framework("fr-nqf@1969", to: "2018", levels: ["I"])
    fixture.framework("fr-nqf@2019", from: "2019", levels: ["7", "8"])
    for level in ["7", "8"] {
      fixture.link("fr-nqf@2019:\(level)", .supersedes, "fr-nqf@1969:I")
      fixture.link("fr-nqf@2019:\(level)", .referencedTo, "eqf:\(level)")
    }

    let item = try #require(try fixture.compare("fr-nqf@1969:I").items.first)
    #expect(item.successors.map(\.record.id.description) == ["fr-nqf@2019:7", "fr-nqf@2019:8"])
    #expect(
      item.successors.map { $0.placement?.namedLevels.map(\.description) } == [
        ["eqf:7"], ["eqf:8"],
      ])
    #expect(item.placement == nil)
  }

  @Test func aSuccessionThatRunsInACircleEnds() throws {
    var fixture = Fixture()
    fixture.framework("aa-nqf@1", levels: ["1"])
    fixture.framework("aa-nqf@2", levels: ["1"])
    fixture.link("aa-nqf@2:1", .supersedes, "aa-nqf@1:1")
    fixture.link("aa-nqf@1:1", .supersedes, "aa-nqf@2:1")

    #expect(try fixture.compare("aa-nqf@1:1").items.first?.successors.count == 1)
  }

  @Test func saysWhichLevelOfAQualificationIsLinkedToNothing() throws {
    var fixture = Fixture()
    fixture.framework("ch-nqf", levels: ["4", "5"])
    fixture.link("ch-nqf:4", .referencedTo, "eqf:4")
    fixture.qualification("ch-nqf:diploma", "Diploma", at: "ch-nqf:4")
    fixture.link("ch-nqf:diploma", .atLevel, "ch-nqf:5")

    let caveats = try fixture.compare("ch-nqf:diploma").caveats
    #expect(caveats.only(.notLinkedLevels)?.values["others"] == "ch-nqf:5")
  }

  @Test func saysThatALevelIsOnlyRecalled() throws {
    var fixture = Fixture()
    fixture.framework("eg-nqf", levels: [])
    fixture.level("eg-nqf:4", source: "rumour")

    let caveats = try fixture.compare("eg-nqf:4").caveats
    #expect(caveats.contains(Caveat.recalled(["id": "eg-nqf:4", "title": "The rumour"])))
  }

  @Test func levelsAtOneReferenceLevelShareIt() throws {
    let comparison = try Fixture.irelandAndGermany().compare("ie-nqf:8", "de-nqf:6")

    #expect(comparison.finding == .sameReferenceLevel)
    #expect(comparison.reference?.description == "eqf")
    #expect(comparison.referenceLevels.map(\.description) == ["eqf:6"])
  }

  @Test func everyLinkCarriesItsEvidence() throws {
    let comparison = try Fixture.irelandAndGermany().compare("ie-nqf:8", "de-nqf:6")

    for item in comparison.items {
      #expect(item.links.map(\.evidence.document?.title) == ["The report"])
    }
  }

  @Test(arguments: [
    ("ie-nqf:8", "de-nqf:5", Finding.adjacent), ("ie-nqf:8", "de-nqf:4", .different),
    ("ie-nqf:3", "de-nqf:3", .adjacent), ("ie-nqf:10", "de-nqf:1", .different),
  ])
  func equalNumbersProveNothing(one: String, other: String, finding: Finding) throws {
    #expect(try Fixture.irelandAndGermany().compare(one, other).finding == finding)
  }

  @Test func theOrderOfTheItemsDoesNotChangeTheFinding() throws {
    let fixture = Fixture.irelandAndGermany()
    for (one, other) in [("ie-nqf:8", "de-nqf:6"), ("ie-nqf:2", "de-nqf:5"), ("eqf:3", "ie-nqf:1")]
    {
      let (forth, back) = (try fixture.compare(one, other), try fixture.compare(other, one))
      #expect(forth.finding == back.finding)
      #expect(Set(forth.referenceLevels) == Set(back.referenceLevels))
    }
  }

  @Test func twoLevelsOfOneFrameworkStayTwo() throws {
    let comparison = try Fixture.irelandAndGermany().compare("ie-nqf:7", "ie-nqf:8")

    #expect(comparison.finding == .sameReferenceLevel)
    #expect(
      comparison.caveats.contains(
        Caveat.twoLevels(["lower": "ie-nqf:7", "upper": "ie-nqf:8"])))
  }

  @Test func saysWhichOtherLevelsShareTheReferenceLevel() throws {
    let comparison = try Fixture.irelandAndGermany().compare("ie-nqf:8", "de-nqf:6")

    #expect(
      comparison.caveats.contains(
        Caveat.shared(["level": "eqf:6", "others": "ie-nqf:7", "own": "ie-nqf:8"])))
  }

  @Test func ofOneItSaysWhatItIsReferencedTo() throws {
    let comparison = try Fixture.irelandAndGermany().compare("ie-nqf:5")

    #expect(comparison.finding == .sameReferenceLevel)
    #expect(comparison.referenceLevels.map(\.description) == ["eqf:4"])
  }

  @Test func aReferenceLevelIsItsOwn() throws {
    #expect(
      try Fixture.irelandAndGermany().compare("eqf:6", "ie-nqf:8").finding == .sameReferenceLevel)
  }

  @Test func aQualificationStandsWhereItsLevelStands() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("de-nqf:meister", "Meister", at: "de-nqf:6")

    let comparison = try fixture.compare("de-nqf:meister", "ie-nqf:8")
    #expect(comparison.finding == .sameReferenceLevel)
    #expect(comparison.items[0].links.map(\.link.relation) == [.atLevel, .referencedTo])
  }

  @Test(arguments: [
    (Relation.belowScale, Finding.belowScale), (.noneAgreed, .noneAgreed),
    (.notReferenced, .noOfficialLink), (.notUsable, .notUsable),
  ])
  func aNullIsAnAnswer(relation: Relation, finding: Finding) throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:1", relation, "eqf")

    #expect(try fixture.compare("ie-nqf:1", "de-nqf:1").finding == finding)
    #expect(try fixture.compare("ie-nqf:1").finding == finding)
  }

  @Test func withoutALinkThereIsNone() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("in-nsqf", levels: ["5"])

    #expect(try fixture.compare("in-nsqf:5", "de-nqf:5").finding == .noOfficialLink)
  }

  @Test func sourcesThatDisagreeAreAConflict() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:1", .notReferenced, "eqf")
    fixture.link("ie-nqf:1", .referencedTo, "eqf:1", source: "other")

    let comparison = try fixture.compare("ie-nqf:1", "de-nqf:1")
    #expect(comparison.finding == .conflict)
    #expect(comparison.conflicts.first?.links.count == 2)
  }

  @Test func sourcesThatAgreeAreNone() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:8", .referencedTo, "eqf:6", source: "other")

    #expect(try fixture.compare("ie-nqf:8", "de-nqf:6").finding == .sameReferenceLevel)
  }

  @Test func ofTwoNullsOfOneSourceTheGraverDecides() throws {
    let nulls: [Relation] = [.notReferenced, .belowScale]
    for order in [nulls, nulls.reversed()] {
      var fixture = Fixture.irelandAndGermany()
      fixture.framework("xx-nqf", levels: ["1"])
      for null in order { fixture.link("xx-nqf:1", null, "eqf") }

      #expect(try fixture.compare("xx-nqf:1", "de-nqf:1").finding == .belowScale)
    }
  }

  @Test func theHubThatCarriesAnAnswerIsChosen() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("aqrf", kind: .metaFramework, levels: ["4"])
    fixture.framework("xx-nqf", levels: ["4"])
    fixture.link("xx-nqf:4", .comparedTo, "aqrf:4")
    fixture.link("xx-nqf:4", .referencedTo, "eqf:4")

    let comparison = try fixture.compare("xx-nqf:4")
    #expect(comparison.finding == .sameReferenceLevel)
    #expect(comparison.referenceLevels.map(\.description) == ["eqf:4"])
  }

  @Test func anotherHubIsMentioned() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("aqrf", kind: .metaFramework, levels: ["4"])
    fixture.framework("xx-nqf", levels: ["4"])
    fixture.link("xx-nqf:4", .referencedTo, "aqrf:4")
    fixture.link("xx-nqf:4", .referencedTo, "eqf:4")

    #expect(
      try fixture.compare("xx-nqf:4").caveats.contains(
        Caveat.elsewhere(["id": "xx-nqf:4", "levels": "eqf:4"])))
    #expect(try fixture.compare("xx-nqf:4", "de-nqf:4").finding == .sameReferenceLevel)
  }

  @Test func aQualificationAtSeveralLevelsIsAmbiguous() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("de-nqf:q", "Q", at: "de-nqf:4")
    fixture.link("de-nqf:q", .atLevel, "de-nqf:5")

    #expect(try fixture.compare("de-nqf:q").finding == .ambiguous)
  }

  @Test func severalLevelsWithTheSameAnswerAreNoConflict() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("xx-nqf", levels: ["1", "2"])
    fixture.qualification("xx-nqf:q", "Q", at: "xx-nqf:1")
    fixture.link("xx-nqf:q", .atLevel, "xx-nqf:2")
    fixture.link("xx-nqf:1", .comparedTo, "eqf:4")
    fixture.link("xx-nqf:2", .comparedTo, "eqf:5")

    #expect(try fixture.compare("xx-nqf:q", "de-nqf:4").finding == .noOfficialLink)
  }

  @Test func aQualificationMayBePlacedOnItsOwn() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ch-nqf", levels: ["1"])
    fixture.qualification("ch-nqf:q", "Q", at: "ch-nqf:1")
    fixture.link("ch-nqf:q", .referencedTo, "eqf:5")
    #expect(try fixture.compare("ch-nqf:q").referenceLevels.map(\.description) == ["eqf:5"])

    fixture.link("ch-nqf:1", .referencedTo, "eqf:4")
    #expect(try fixture.compare("ch-nqf:q").finding == .conflict)
  }

  @Test func whatIsDeclaredOfTwoPairsIsNotDeclaredOfTheThird() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("de-nqf:4", .declaredEquivalent, "ie-nqf:5")
    fixture.link("de-nqf:4", .declaredEquivalent, "eqf:4")

    let orders = [
      ["de-nqf:4", "ie-nqf:5", "eqf:4"], ["ie-nqf:5", "de-nqf:4", "eqf:4"],
      ["eqf:4", "ie-nqf:5", "de-nqf:4"],
    ]
    for ids in orders {
      #expect(try fixture.compare(ids[0], ids[1], ids[2]).finding == .sameReferenceLevel)
    }
  }

  @Test func aReferenceLevelThatDoesNotExistIsNone() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("xx-nqf", levels: ["1"])
    fixture.link("xx-nqf:1", .referencedTo, "eqf:99")

    #expect(try fixture.compare("xx-nqf:1", "de-nqf:1").finding == .noOfficialLink)
  }

  @Test func aLevelThatSpansSeveralIsAmbiguous() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("xx-nqf", levels: ["1"])
    fixture.link("xx-nqf:1", .referencedTo, "eqf:5")
    fixture.link("xx-nqf:1", .referencedTo, "eqf:6")

    #expect(try fixture.compare("xx-nqf:1", "de-nqf:6").finding == .ambiguous)
  }

  @Test func aComparisonWithoutCommitmentCarriesNoFurther() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ua-nqf", levels: ["6"])
    fixture.link("ua-nqf:6", .comparedTo, "eqf:6")

    let comparison = try fixture.compare("ua-nqf:6", "de-nqf:6")
    #expect(comparison.finding == .noOfficialLink)
    #expect(comparison.caveats.only(.comparedOnly)?.values["id"] == "ua-nqf:6")
  }

  @Test func onlyADeclarationMayDeclare() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:4")

    let comparison = try fixture.compare("ie-nqf:6", "de-nqf:4")
    #expect(comparison.finding == .declaredEquivalent)
    let scope = try #require(comparison.caveats.only(.scopeUnnamed))
    #expect(scope.values["from"] == "ie-nqf:6")
    #expect(scope.values["to"] == "de-nqf:4")
  }

  @Test func whatIsDeclaredOneWaySaysNothingOfTheOther() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:4")

    let comparison = try fixture.compare("de-nqf:4", "ie-nqf:6")
    #expect(comparison.finding == .adjacent)
    #expect(
      comparison.caveats.contains(Caveat.otherWay(["from": "ie-nqf:6", "to": "de-nqf:4"])))
  }

  @Test func whatIsDeclaredBothWaysHoldsBothWays() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:4")
    fixture.link("de-nqf:4", .declaredEquivalent, "ie-nqf:6")

    #expect(try fixture.compare("de-nqf:4", "ie-nqf:6").finding == .declaredEquivalent)
  }

  @Test func aMappingThatItsAuthorsDidNotEndorseIsNotUsable() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf", .notUsable, "de-nqf")

    #expect(try fixture.compare("ie-nqf:8", "de-nqf:6").finding == .notUsable)
  }

  @Test func aPublishedMappingBetweenTheTwoIsShown() throws {
    var fixture = Fixture()
    fixture.framework("isco-88", kind: .occupations, levels: ["1"])
    fixture.framework("isco-08", kind: .occupations, levels: ["a"])
    fixture.link("isco-88:1", .exactMatch, "isco-08:a")

    let comparison = try fixture.compare("isco-08:a", "isco-88:1")
    #expect(comparison.finding == .noOfficialLink)
    #expect(comparison.direct.map(\.link.relation) == [.exactMatch])
  }

  @Test func aDirectLinkIsShownOnce() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:4")

    #expect(try fixture.compare("ie-nqf:6", "de-nqf:4", "eqf:4").direct.count == 1)
  }

  @Test func whatAFrameworkAsAWholeIsLinkedToIsTold() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ph-pqf", levels: ["1"])
    fixture.link("ph-pqf", .referencedTo, "aqrf")

    let caveats = try fixture.compare("ph-pqf:1").caveats
    #expect(caveats.only(.wholeReferenced)?.values["to"] == "aqrf")
  }

  @Test func aLinkThatHoldsNoMoreIsNotFollowed() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("gb-rqf", levels: ["3"])
    fixture.link("gb-rqf:3", .referencedTo, "eqf:4", validTo: "2020")

    #expect(try fixture.compare("gb-rqf:3", "de-nqf:4").finding == .noOfficialLink)
    #expect(
      try fixture.compare("gb-rqf:3", "de-nqf:4", on: "2019-06-01").finding == .sameReferenceLevel)
  }

  @Test func theWeakestLinkIsTheOneThatWasNotVerified() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("xx-nqf", levels: ["6"])
    fixture.link("xx-nqf:6", .referencedTo, "eqf:6", source: "rumour")

    let weakest = try #require(try fixture.compare("xx-nqf:6", "de-nqf:6").weakest)
    #expect(weakest.link.link.from.description == "xx-nqf:6")
    #expect(weakest.reason == .unverified)
  }

  @Test(arguments: [
    (["2015"], Weakness.alone), (["2015", "2015"], .oneSource), (["2012", "2017"], .oldest),
    (["2017", "2017-05"], .noneOlder), ([nil, "2017"], .undated),
  ])
  func aSourceIsOnlyCalledTheOldestWhereAnotherIsYounger(
    dates: [String?], reason: Weakness
  ) throws {
    let links = try dates.enumerated().map { number, date in
      let level = try #require(Identifier("xx-nqf:\(number)"))
      let reference = try #require(Identifier("eqf:1"))
      var document = Document(key: date ?? "undated", title: "A report")
      document.date = date.flatMap(CalendarDate.init)
      document.isOfficial = true
      return LinkRecord(
        link: Link(from: level, .referencedTo, to: reference),
        evidence: Evidence(
          document: document, position: SourcePosition(file: "x", line: 1, column: 1),
          isVerified: true))
    }

    #expect(WeakestLink(of: links)?.reason == reason)
  }

  @Test func tellsTheNotesOnWhatIsCompared() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.note("de-nqf:6", "holds the Meister as well")
    fixture.note("de-nqf:5", "is not asked about")

    let notes = try fixture.compare("de-nqf:6", "ie-nqf:8").caveats
      .filter { $0.key == Caveat.note.key }
    #expect(notes.map { $0.values["subject"] } == ["de-nqf:6"])
    #expect(
      notes.flatMap { $0.parts["text"] ?? [] } == [Phrase(.english("holds the Meister as well"))])
  }

  @Test func noAnswerClaimsMoreThanALevel() throws {
    let fixture = Fixture.irelandAndGermany()
    for level in 1...8 {
      let comparison = try fixture.compare("ie-nqf:8", "de-nqf:\(level)")
      #expect(comparison.finding != .declaredEquivalent)
      #expect(comparison.caveats.contains(Caveat.oneElement()))
    }
  }

  @Test(arguments: [
    (Purpose?.none, Finding.declaredEquivalent), (.study, .declaredEquivalent),
    (.work, .different),
  ])
  func aDeclarationHoldsForThePurposesThatItNames(purpose: Purpose?, finding: Finding) throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .declaredEquivalent, "de-nqf:7", for: [.study])
    let comparison = try fixture.compare("ie-nqf:6", "de-nqf:7", for: purpose)

    #expect(comparison.finding == finding)
    #expect(
      (comparison.caveats.only(.otherPurpose) != nil) == (finding == .different))
  }

  @Test func whatIsDeclaredStandsOrFallsWithTheDeclaration() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:7", .referencedTo, "eqf:6", source: "rumour")
    fixture.link("ie-nqf:7", .declaredEquivalent, "de-nqf:6")
    let comparison = try fixture.compare("ie-nqf:7", "de-nqf:6")

    #expect(comparison.weakest?.link.link.relation == .declaredEquivalent)
  }

  @Test func aReferenceLevelIsNotSaidToBeLinkedToItself() throws {
    var fixture = Fixture()
    fixture.framework("aqrf", kind: .metaFramework, levels: ["2"])

    #expect(
      try fixture.compare("eqf:6", "aqrf:2").caveats.only(.elsewhere) == nil)
  }

  @Test func aPrecedentIsShownAndDeclaresNothing() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:6", .precedent, "de-nqf:7")
    let comparison = try fixture.compare("ie-nqf:6", "de-nqf:7")

    #expect(comparison.finding == .different)
    #expect(comparison.direct.isEmpty)
    #expect(comparison.precedents.count == 1)
  }

  @Test func nothingIsReferencedToAFrameworkBeforeItExists() throws {
    var fixture = Fixture()
    fixture.framework("aqrf", kind: .metaFramework, from: "2014", levels: ["2"])
    fixture.framework("ph-pqf", country: "PH", levels: ["2"])
    fixture.link("ph-pqf:2", .referencedTo, "aqrf:2")

    #expect(try fixture.compare("ph-pqf:2", on: "2014-12-31").finding == .sameReferenceLevel)
    let before = try fixture.compare("ph-pqf:2", on: "2013-12-31")
    #expect(before.finding == .noOfficialLink)
    #expect(before.caveats.only(.notYetBefore)?.values["framework"] == "aqrf")
  }
}
