internal import PasserelleGraph
internal import PasserelleModel

extension ConceptAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    var lines = ["\(pen.ink.bold(id.printable))  \(preferredTitle.printable)"]
    lines += facts(by: pen)
    if !links.isEmpty { lines += [""] + links.flatMap { $0.lines(indent: "  ", by: pen) } }
    if let indications, !indications.isEmpty {
      lines += [""] + pen.indications(indications, besides: links).dropLast()
    }
    if !incoming.isEmpty {
      lines += ["", "  \(say(.showLinkedFrom))"]
      lines += incoming.prefix(Self.mostIncoming).map {
        "    \(say.statement($0).printable)"
      }
      let rest = incoming.count - Self.mostIncoming
      if rest > 0 { lines.append("    \(say(.showMore, ["count": "\(rest)"]))") }
    }
    if !notes.isEmpty { lines.append("") }
    for note in notes {
      // A description of several lines becomes one.
      let text = say(note.text).words.joined(separator: " ")
      lines.append(
        "  \(say(.showNote, ["text": text]).printable) \(pen.mark(note.evidence))")
    }
    if let procedures, !procedures.isEmpty {
      lines += ["", "  \(say(.showProcedures))"]
      lines += Self.runs(of: procedures).flatMap { run in
        run.first?.lines(indent: "    ", with: Array(run.dropFirst()), by: pen) ?? []
      }
    }
    if let agreements, !agreements.isEmpty {
      lines += ["", "  \(say(.showAgreements))"]
      lines += agreements.flatMap { $0.lines(indent: "    ", by: pen) }
    }
    return lines + pen.sources
  }

  /// The procedures, those that a source states in one place for several purposes together.
  static func runs(of procedures: [ProcedureAnswer]) -> [[ProcedureAnswer]] {
    procedures.reduce(into: []) { runs, procedure in
      if runs.last?.last?.evidence.position == procedure.evidence.position {
        runs[runs.count - 1].append(procedure)
      } else {
        runs.append([procedure])
      }
    }
  }

  /// More incoming links than a person reads.
  static let mostIncoming = 20

  private func facts(by pen: Pen) -> [String] {
    let mark = evidence.map { pen.mark($0) }
    let titles = titles.filter { $0.text != preferredTitle }.map { ($0.language, [$0.text]) }
    var lines = pen.columns(
      facts(titles: titles, in: pen.say) { pen.mark($0) }
        + [(pen.say(.showStatedIn), listed(evidence?.position))], indent: "  ")
    if let mark, !lines.isEmpty { lines[lines.count - 1] += " \(mark)" }
    return lines
  }

  /// What is said of it, by name, for every form of the answer; what is empty is said nowhere.
  ///
  /// - Parameters:
  ///   - titles: The titles in other languages, by language.
  ///   - say: The language.
  ///   - mark: Marks a source.
  /// - Returns: The facts.
  func facts(
    titles: [(String, [String])], in say: Language, marking mark: (EvidenceAnswer) -> String
  ) -> [(name: String, values: [String])] {
    let place = framework.map { "\(say.linked($0)): \(heading ?? "")" }
    var facts: [(String, [String])] = [
      (say(.showKind), [tier ?? say.kind(kind)]), (say(.showIn), listed(place)),
      (say(.showAlsoCalled), listed(aliases?.joined(separator: say.separator))),
      (say(.showSharedAcronyms), listed(acronyms?.joined(separator: say.separator))),
      (say(.showCountries), listed(countries?.joined(separator: say.separator))),
      (say(.showSectors), sectors?.compactMap { Sector($0).map { say($0) } } ?? []),
      (say(.showAuthority), listed(authority)), (say(.showStatus), listed(status)),
      (say(.showInForce), listed(span(in: say))),
      (say(.showWorkload), listed(workload?.joined(separator: say.separator))),
    ]
    facts += titles
    facts += alternatives.map { (say(.showAlternative, ["language": $0.language]), [$0.text]) }
    facts += (names ?? []).map { name in
      (
        NameKind(name.kind).map { say($0) } ?? name.kind,
        ["\(name.words(in: say)) \(mark(name.evidence))"]
      )
    }
    facts += agreement?.facts(in: say) ?? []
    facts += [
      (say(.showUri), listed(uri.map { say.address($0) })), (say(.showLicence), listed(licence)),
    ]
    return facts
  }

  private func listed(_ text: String?) -> [String] { text.map { [$0] } ?? [] }

  var preferredTitle: String {
    (titles.first { $0.language == "en" } ?? titles.first)?.text ?? ""
  }

  private func span(in say: Language) -> String? {
    say.span(from: validFrom, by: validBy, to: validTo)
  }
}

extension ConceptAnswer.Name {
  /// The texts, each once, and when they were in use: `Gesellenbrief`, `NTVQF (2012 to 2021)`.
  fileprivate func words(in say: Language) -> String {
    var seen: Set<String> = []
    let names = texts.map(\.text).filter { seen.insert($0).inserted }.joined(separator: " · ")
    return say.span(from: validFrom, by: validBy, to: validTo).map { "\(names) (\($0))" } ?? names
  }
}

extension Language {
  /// A span of time; `nil` if it has no ends.
  func span(from first: String?, by certain: String?, to last: String?) -> String? {
    guard first != nil || certain != nil || last != nil else { return nil }
    let span = self(
      .showSpan,
      ["from": first.map { date($0) } ?? "…", "to": last.map { date($0) } ?? self(.showToday)])
    return ([span] + (certain.map { [self(.linkValidBy, ["date": date($0)])] } ?? []))
      .joined(separator: clauses)
  }
}
