package import PasserelleGraph
internal import PasserelleModel

// What each answer looks like on a page of a site.

extension Language {
  /// The words of the language for pages of a site.
  package var onSite: Language { writing(.site) }
}

extension ComparisonAnswer {
  /// The comparison as a sheet for a site.
  ///
  /// - Parameters:
  ///   - ladders: The ladders of what is compared.
  ///   - hasGap: Whether it is known which competences the second asks for.
  ///   - language: The language.
  /// - Returns: The sheet.
  package func sheet(
    beside ladders: [Ladder], hasGap: Bool = false, in language: Language
  ) -> Sheet {
    ComparisonWriter(self, ladders: ladders, hasGap: hasGap, in: language.onSite).sheet
  }
}

extension CorrespondentsAnswer {
  /// What corresponds as a sheet for a site.
  package func sheet(beside ladders: [Ladder], in language: Language) -> Sheet {
    CorrespondentsWriter(self, ladders: ladders, in: language.onSite).sheet
  }
}

extension ExplanationAnswer {
  /// The chains as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    ExplanationWriter(self, in: language.onSite).sheet
  }
}

extension GapAnswer {
  /// What is covered as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    GapWriter(self, in: language.onSite).sheet
  }
}

extension DifferenceAnswer {
  /// The difference as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    DifferenceWriter(self, in: language.onSite).sheet
  }
}

extension ContradictionsAnswer {
  /// The contradictions as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    ContradictionsWriter(self, in: language.onSite).sheet
  }
}

extension StatisticsAnswer {
  /// The numbers as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    StatisticsWriter(self, in: language.onSite).sheet
  }
}

extension ConceptAnswer {
  /// The concept or framework as a sheet for a site.
  ///
  /// - Parameters:
  ///   - concepts: What a framework consists of.
  ///   - old: The version that a framework supersedes, if any.
  ///   - language: The language.
  /// - Returns: The sheet.
  package func sheet(
    with concepts: ConceptListAnswer? = nil, superseding old: String? = nil, in language: Language
  ) -> Sheet {
    ConceptWriter(self, with: concepts, superseding: old, in: language.onSite).sheet
  }
}

extension FrameworkListAnswer {
  /// The frameworks as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    FrameworkListWriter(self, in: language.onSite).sheet
  }
}

extension SearchAnswer {
  /// What was found as a sheet for a site, to look at or to choose from.
  package func sheet(for words: String, isChoice: Bool, in language: Language) -> Sheet {
    SearchWriter(self, for: words, isChoice: isChoice, in: language.onSite).sheet
  }
}

extension AmbiguityAnswer {
  /// The candidates as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    AmbiguityWriter(self, in: language.onSite).sheet
  }
}

extension AtlasAnswer {
  /// The atlas as a sheet for a site, of all frameworks or of one.
  package func sheet(of framework: String?, in language: Language) -> Sheet {
    AtlasWriter(self, of: framework, in: language.onSite).sheet
  }
}

extension CorridorAnswer {
  /// The corridor as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    CorridorWriter(self, in: language.onSite).sheet
  }
}

extension ComparabilityAnswer {
  /// The statement as a sheet for a site.
  package func sheet(in language: Language) -> Sheet {
    ComparabilityWriter(record, in: language.onSite).sheet
  }
}

extension Language {
  /// A text that leads to another page of a site.
  package func siteLink(_ text: String, to link: PageLink) -> String {
    onSite.linked(text, to: link)
  }

  /// A text that is in English, whatever the language of the page.
  package func english(_ text: String) -> String {
    LanguageTag("en").map { onSite.source(text, in: $0) } ?? text
  }
}
