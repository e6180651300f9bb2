import Foundation
import TestSupport
import Testing

/// The questions of a recognition officer, with the answer that an honest tool gives.
///
/// Each is asked of the bundled library as a person would ask it. What must not be said counts as much
/// as what must.
struct WorkedQuestionTests {
  @Test(arguments: Question.all + Question.corridors)
  func isAnsweredAsTheEvidenceAllows(question: Question) throws {
    let data = FileManager.default.temporaryDirectory.appending(
      path: "question-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: data) }
    try BuiltLibrary.copy(to: data)
    let text = try Transcript.run("passerelle \(question.call)", data: data.path)
      .joined(separator: "\n")
    let json = try Transcript.run("passerelle \(question.call) --format json", data: data.path)
      .filter { !$0.hasPrefix("=>") }.joined(separator: "\n")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.utf8))

    #expect(answer.finding ?? answer.subject?.finding == question.finding)
    if let levels = question.levels { #expect(answer.referenceLevels == levels) }
    if let ids = question.ids { #expect(answer.matches?.map(\.id) == ids) }
    for words in question.says { #expect(text.contains(words)) }
    for words in question.neverSays + question.forbidden {
      #expect(!text.lowercased().contains(words.lowercased()))
    }
  }
}

/// What the tests read of an answer in JSON.
private struct Answer: Decodable {
  struct Match: Decodable { var id: String }
  struct Subject: Decodable { var finding: String }
  var finding: String?
  var referenceLevels: [String]?
  var matches: [Match]?
  var subject: Subject?
}

struct Question: Sendable, CustomTestStringConvertible {
  var asks: String
  var call: String
  var finding: String
  var levels: [String]?
  var ids: [String]?
  var says: [String] = []
  var neverSays: [String] = []
  /// The words that claim more than a level can.
  var forbidden = ["equivalent", "equal to", " = "]

  var testDescription: String { asks }

  static let all = [
    Question(
      asks: "Irish NFQ 8, German DQR 6 and Scottish SCQF 10?",
      call: "compare NFQ:8 DQR:6 SCQF:10", finding: "same-reference-level", levels: ["6"],
      says: [
        "DQR 6 holds both the Bachelor and the Meister", "eqf:6 is reached by ie-nqf:7",
        "eqf:6 is reached by gb-scqf:9", "the links are historical",
      ]),
    Question(
      asks: "Are NFQ 7 and NFQ 8 the same, because both are EQF 6?",
      call: "compare ie-nqf:7 ie-nqf:8", finding: "same-reference-level", levels: ["6"],
      says: ["ie-nqf:7 and ie-nqf:8 are two levels of one framework, ie-nqf:8 the higher"],
      neverSays: ["the same level", "identical"]),
    Question(
      asks: "Which Irish level corresponds to RQF 3?",
      call: "equivalents gb-rqf:3 --in IE", finding: "same-reference-level", ids: ["ie-nqf:5"],
      neverSays: ["ie-nqf:3"]),
    Question(
      asks: "Dutch vwo (4+), havo (4) and German dual training (4)?",
      call: "compare nl-nqf:4+ nl-nqf:havo de-nqf:4", finding: "same-reference-level",
      levels: ["4"], says: ["4+ does not reach EQF 5"], neverSays: ["referenced to eqf:5"]),
    Question(
      asks: "A journeyman of the German-speaking Community of Belgium, and German dual training?",
      call: "compare be-de-nqf:journeyman-certificate-on-successful de-nqf:4",
      finding: "no-official-link", says: ["An equal number proves nothing"],
      neverSays: ["same reference level"]),
    Question(
      asks: "Which EQF level is an NSQF level 5 of 2016?",
      call: "compare in-nsqf:5 --as-of 2016", finding: "no-official-link", levels: [],
      says: ["in-nsqf@2013:5", "A level of the NSQF without its version is undefined"],
      neverSays: ["eqf:"]),
    Question(
      asks: "And an NSQF level 5, of no country and no date?",
      call: "compare NSQF:5", finding: "ambiguous", says: ["in-nsqf@2023:5", "ng-nsqf:5"],
      neverSays: ["eqf"]),
    Question(
      asks: "A Spanish Certificado nivel 2 and a Bulgarian VET degree III?",
      call: "compare es-nqf:certificado-de-profesionalidad-nivel-2 "
        + "bg-nqf:national-vet-level-3",
      finding: "same-reference-level", levels: ["4"],
      says: [
        "are not levels of the framework: nivel 1, 2 and 3 stand at level 3, 4 and 5",
        "degree I stands at level 2, II at 3, III at 4, IV at 5",
      ], neverSays: ["referenced to eqf:2", "referenced to eqf:3"]),
    Question(
      asks: "ISCED 6 on a form?", call: "compare isced:6", finding: "ambiguous",
      says: ["isced-1997:6", "isced-2011:6"], neverSays: ["eqf"],
      // ISCED's own title of its level 6 is 'Bachelor's or equivalent level'.
      forbidden: ["equal to", " = "]),
    Question(
      asks: "Group 122 of ISCO-88, whose nine parts have 23 counterparts?",
      call: "equivalents isco-88:122 --in isco-08", finding: "no-official-link",
      says: [
        "9 of its 9 finest parts lead to 23 concepts", "within isco-88:122 (2):",
        "with a part in common with isco-88:122; which of the two is wider is not known (21):",
        "isco-88:1229 overlaps with isco-08:2654",
      ], neverSays: ["has exact match, 1:", "has broader match, "]),
    Question(
      asks: "ISCED 1997, level 3A, in ISCED 2011?",
      call: "equivalents isced-1997:3A --in isced-2011", finding: "no-official-link",
      says: ["what follows for isced-1997:3A itself is not known", "at level 3 or 4"],
      neverSays: ["has close match, ", "has narrower match, ", "has broader match, "],
      forbidden: ["equal to", " = "]),
    Question(
      asks: "Level 7 of the Emirates and of New Zealand, which have the same numbers?",
      call: "compare ae-qfe:7 nz-nzqcf:7", finding: "not-usable", neverSays: ["same"]),
    Question(
      asks: "New Zealand's level 8 in Hong Kong?", call: "compare nz-nzqcf:8 hk-hkqf:6",
      finding: "none-agreed"),
    Question(
      asks: "NFQ 1, on which the tables disagree?", call: "compare NFQ:1", finding: "conflict",
      says: ["none", "the newest is not automatically right"]),
    Question(
      asks: "The French level I of 1990?", call: "compare fr-nqf:I --as-of 1990",
      finding: "no-official-link",
      says: ["superseded by fr-nqf@2019:7", "superseded by fr-nqf@2019:8", "does not say"]),
    Question(
      asks: "A master craftsman of Germany and one of France?",
      call: "compare de-nqf:meister fr-nqf:brevets-de-maitrise-chambre-des-metiers",
      finding: "adjacent", levels: ["6", "5"]),
    Question(
      asks: "A Swiss VET diploma, which is placed one by one?",
      call: "compare ch-nqf:eidgenossisches-fahigkeitszeugnis", finding: "ambiguous",
      says: ["Placement is per qualification"]),
    Question(
      asks: "Chile's level 4, of which nothing was read?", call: "compare cl-mctp:4",
      finding: "no-official-link", says: ["cl-mctp:4 was not verified"], neverSays: ["eqf:4"]),
    Question(
      asks: "A North Macedonian level 1, whose cell is blank?", call: "compare mk-nqf:1",
      finding: "no-official-link", says: ["no EQF level is confirmed"], neverSays: ["eqf:1"]),
    Question(
      asks: "Kosovo's and Germany's level 4 in 2009, before either was referenced?",
      call: "compare xk-nqf:4 de-nqf:4 --as-of 2009-01-01", finding: "no-official-link",
      says: [
        "xk-nqf:4 was not yet linked to eqf:4 on the day asked about (linked from 8 December 2016)"
      ], neverSays: ["same reference level"]),
    Question(
      asks: "Liechtenstein's level 4 in 2015, between the list without it and the one with it?",
      call: "compare li-nqf:4 xk-nqf:4 --as-of 2017-01-15", finding: "not-known-then",
      says: [
        "not known whether it applied on 15 January 2017",
        "li-nqf:4 was linked to eqf:4 at some time between May 2013 and February 2017",
      ], neverSays: ["same reference level"]),
    Question(
      asks: "A French BTS of 2018?", call: "compare fr-nqf:bts --as-of 2018-06-30",
      finding: "no-official-link", says: ["fr-nqf@1969:III", "superseded by", "fr-nqf@2019:5"],
      neverSays: ["atLevel fr-nqf@2019"]),
    Question(
      asks: "Bangladesh's NTVQF 3, whose framework another one superseded?",
      call: "compare bd-ntvqf:3", finding: "no-official-link",
      says: ["bd-ntvqf was superseded by bd-bnqf", "no source here says which of its levels"]),
  ]
}
