internal import PasserelleGraph
internal import PasserelleModel

/// Writes what corresponds to a concept as a sheet.
struct CorrespondentsWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: CorrespondentsAnswer
  let ladders: [Ladder]

  init(_ answer: CorrespondentsAnswer, ladders: [Ladder], in language: Language) {
    (self.answer, self.ladders) = (answer, ladders)
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  private var subject: ComparisonAnswer.Item? { answer.subject.items.first }

  var sheet: Sheet {
    let places = answer.searched.joined(separator: say.separator)
    let title = say(
      .answerInAsOf,
      ["subject": subject?.id ?? "", "places": places, "day": say.date(answer.asOf)])
    let unmatched = answer.unmatched.map { item in
      say(.equivalentsUnmatchedItem, ["framework": item.heading, "reason": say(item.reason)])
    }
    let asked = Set([subject?.level ?? subject?.id].compactMap { $0.flatMap(Identifier.init) })
    let sections =
      [
        section(say(.foundThere), answer.matches.flatMap(match)), levels(ladders, asked: asked),
        section(
          say.heading(.equivalentsSubject, ["id": subject?.id ?? ""]), lines(subject?.links ?? [])),
        section(heading(.equivalentsDeclared), answer.declared.flatMap(mapping)),
        section(
          say(.weaker),
          answer.indications.map { line($0, isNaming: true) }
            + (answer.indicationsLeftOut > 0
              ? [say(.indicationMore, ["count": "\(answer.indicationsLeftOut)"])] : [])),
        section(say(.decisions), answer.precedents.flatMap(mapping)),
        section(heading(.equivalentsMappings), answer.mappings.flatMap(mapping)),
      ] + [parts] + [
        section(
          heading(.equivalentsChained), answer.chained.filter(\.via.isEmpty).flatMap(mapping)),
        section(heading(.equivalentsCompared), answer.compared.flatMap(mapping)),
        section(heading(.equivalentsNulls), lines(answer.nulls)),
        section(heading(.equivalentsUnmatched), unmatched),
      ] + steps(answer.nextSteps) + [
        section(say(ComparabilityKey.toKnow), answer.caveats.map { say($0) }),
        notKnown(answer.subject.unknown),
      ]
    return sheet(titled: title, summary: summary, sections)
  }

  private var summary: [Sheet.Fact] {
    let finding = answer.headline(in: say).map { heading in
      Sheet.Fact(name: say(ComparabilityKey.summaryFinding), value: heading.words)
    }
    let item = subject.map { item in
      Sheet.Fact(
        name: say.linked(item.id),
        value: [title(item.titles), say.isolated(item.heading)].joined(separator: say.separator))
    }
    return [finding, item].compactMap(\.self)
  }

  /// A level there, on what condition it is one, who says so, and what it includes.
  private func match(_ match: CorrespondentsAnswer.Match) -> [Sheet.Block] {
    let includes = match.qualifications.map { qualification in
      say(
        .matchIncludes, ["title": title(qualification.titles), "id": say.linked(qualification.id)])
    }
    return [.heading("\(named(match.id, match.titles)), \(say.isolated(match.heading))")]
      + list(match.remarks(in: say) + lines(match.links) + [comparison(with: match.id)])
      + (includes.count > 6
        ? [.details(say(.matchQualifications, ["count": "\(includes.count)"]), [.list(includes)])]
        : list(includes))
  }

  private func comparison(with id: String) -> String {
    say.linked(say(.compareThese), to: .comparison(subject?.id ?? "", id))
  }

  private func mapping(_ mapping: CorrespondentsAnswer.Mapping) -> [Sheet.Block] {
    let tier = mapping.tier.map { " (\($0))" } ?? ""
    let words = [mapping.via.isEmpty ? mapping.tieInWords : nil, mapping.cardinalityInWords]
      .compactMap { $0.map { say($0) } }
    let kind = say(
      .equivalentsMapping,
      [
        "relation": say.relation(mapping.relation), "cardinality": mapping.cardinality,
        "words": words.joined(separator: say.clauses),
      ])
    let statements = mapping.via.isEmpty ? mapping.links : mapping.via.flatMap(\.links)
    return [
      .heading(named(mapping.id, mapping.titles) + tier), .list([kind] + lines(statements)),
    ]
  }

  /// What parts or wider groups lead to, by what follows for the concept itself.
  private var parts: Sheet.Section? {
    let found = answer.chained.filter { !$0.via.isEmpty }
    guard !found.isEmpty else { return nil }
    // The hierarchy is the same for all: it is named once.
    let hierarchy = found.flatMap(\.links).filter { $0.relation == Relation.broader.rawValue }
    let linked = answer.parts.map { $0.count - $0.unlinked.count } ?? 0
    let values = [
      "id": subject?.id ?? "", "marks": sources.marks(hierarchy), "count": "\(found.count)",
      "all": "\(answer.parts?.count ?? 0)", "linked": "\(linked)",
    ]
    let ties = found.map(\.tieInWords)
    let groups = ties.indices.filter { ties.firstIndex(of: ties[$0]) == $0 }.map { ties[$0] }
    let blocks = groups.flatMap { tie -> [Sheet.Block] in
      let rows = found.filter { $0.tieInWords == tie }
      let words = say(
        .equivalentsTied, ["words": tie.map { say($0) } ?? "", "count": "\(rows.count)"])
      return [.details(words, rows.flatMap(mapping))]
    }
    return section(
      heading(.equivalentsMappings),
      [.text(say(answer.parts == nil ? .equivalentsAround : .equivalentsParts, values))] + blocks)
  }
}
