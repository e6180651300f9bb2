import PasserelleModel
import Testing

@testable import PasserelleStore

/// What comes first is decided by plain values, apart from any store.
struct SearchRankTests {
  @Test(arguments: [
    ("nurse", ["Nurse", "Registered nurse", "Nurses", "Nursery growers"]),
    ("A level", ["A level", "Diploma at A level", "Level 5 A"]),
    ("meister", ["Meister", "Meister der Industrie", "Meisterprüfung"]),
    ("nc ii", ["NC II", "NC II in welding", "II. NC"]),
    ("brevet maîtrise", ["Brevet de maîtrise", "Maîtrise après le brevet", "Brevets de maîtrise"]),
  ])
  func theBestComesFirst(words: String, labels: [String]) throws {
    let ranks = try labels.map { try #require(Self.rank($0, for: words), "\($0)") }
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [
    ("NCII", "NC II", SearchMatch.exact), ("nc-ii", "NC II", .exact), ("N 6", "N6", .exact),
    ("N6", "N 6 certificate", .words), ("Łódź", "lodz", .exact), ("lodz", "Łódź", .exact),
    ("oeuvre", "Gros œuvre", .words), ("strasse", "Straße", .exact), ("ISIK", "ışık", .exact),
    ("dak", "Đắk", .exact), ("شهادة", "شَهَادَة", .exact), ("احمد", "أحمد", .exact),
    ("ガス", "ｶﾞｽ", .exact), ("підʼїзд", "під’їзд", .exact), ("thjonn", "Þjónn", .exact),
    ("level 5", "Level 5", .exact), ("cert iii", "Certificate III", .prefix),
  ])
  func lettersAndSpacesDoNotMatter(words: String, label: String, match: SearchMatch) {
    #expect(Self.rank(label, for: words)?.match == match)
  }

  @Test(arguments: [("level 5", "Level 50"), ("a level", "At level"), ("6", "60"), ("abc", "ab")])
  func numbersAndLettersAreWholeWords(words: String, label: String) {
    #expect(Self.rank(label, for: words) == nil)
  }

  @Test func aFurtherNameComesAfterATitleAndBeforeWholeWords() throws {
    let roles = [LabelRank.Role.title, .name].map { Self.rank("Abitur", for: "abitur", $0) }
    #expect(roles.map { $0?.match } == [.exact, .name])
    #expect(try #require(roles[0]) < #require(roles[1]))
    #expect(try #require(roles[1]) < #require(Self.rank("Abitur und Matura", for: "abitur")))
  }

  @Test func aQualificationComesBeforeAnOccupation() throws {
    let ranks = [ConceptKind.qualification, .level, .occupation, .competence].compactMap {
      LabelRank([["welder"]], for: SearchQuery("welder"), .title, kind: $0)
    }
    #expect(ranks.count == 4)
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 })
  }

  // MARK: - Near words

  @Test(arguments: [
    ("compair", "compare"), ("lehrabschlus", "lehrabschluss"), ("bachelr", "bachelor"),
    ("bahcelor", "bachelor"), ("bachelors", "bachelor"), ("welding", "welders"),
    ("mason", "stonemasons"), ("schweisser", "schutzgasschweisser"),
    ("facharbeiterbrief", "facharbeiter"), ("licencjatt", "licencjat"),
    ("inginier", "inzynier"), ("technicians", "technician"),
  ])
  func aNearWordIsFound(word: String, near: String) {
    var words = NearWords(to: word)
    for other in ["and", "de", "diploma", near, "zusammen"] { words.take(other) }
    #expect(words.best.map(\.word) == [near])
  }

  @Test(arguments: [
    ("abitur", "arbitration"), ("mason", "person"), ("eg", "ng"), ("bts", "bms"),
    ("level5", "level6"), ("nurse", "horse"), ("cap", "gap"),
  ])
  func aWordThatIsOnlyALittleAlikeIsNot(word: String, other: String) {
    var words = NearWords(to: word)
    words.take(other)
    #expect(words.best.isEmpty)
  }

  @Test func theNearestComesFirst() {
    var words = NearWords(to: "technicien")
    for other in ["technicians", "techniciens", "technicium", "biotechnicien"] { words.take(other) }
    #expect(words.best.map(\.word).first == "techniciens")
  }

  @Test(arguments: [
    ("nurse", "nursing"), ("welder", "welding"), ("plumber", "plumbing"), ("cook", "cooking"),
  ])
  func aWordOfTheSameStemIsFound(word: String, other: String) {
    var words = NearWords(to: word, only: .stem)
    for other in ["course", "person", "nursemaids", other] { words.take(other) }
    #expect(words.best.map(\.word) == [other])
  }

  private static func rank(
    _ label: String, for words: String, _ role: LabelRank.Role = .title
  ) -> LabelRank? {
    LabelRank([label.folded.words], for: SearchQuery(words), role, kind: .qualification)
  }
}

extension NearWords {
  fileprivate mutating func take(_ word: String) {
    take(word, of: LetterSet(word.unicodeScalars))
  }
}
