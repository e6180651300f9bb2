package import PasserelleModel

/// Finds what the title on a certificate may mean among the qualifications of its country.
///
/// A search forgives case, accents and word order, which takes more than a graph; who asks the engine
/// hands it one.
package protocol TitleFinding {
  /// The qualifications of a country that share words with a title, best first.
  func qualifications(like title: String, in country: CountryCode) throws -> [ConceptRecord]

  /// How many words of a title are a name of the qualification, word for word: 2 for `NC II` in `NC II in
  /// Welding`; 0 if none of its names is part of the title.
  func wordsOfName(of record: ConceptRecord, in title: String) throws -> Int
}

/// A search that finds nothing, for questions that name all qualifications by their IDs.
package struct NoTitles: TitleFinding {
  package init() {}

  package func qualifications(like title: String, in country: CountryCode) -> [ConceptRecord] { [] }

  package func wordsOfName(of record: ConceptRecord, in title: String) -> Int { 0 }
}
