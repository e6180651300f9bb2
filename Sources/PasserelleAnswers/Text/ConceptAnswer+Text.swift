internal import PasserelleModel

extension ConceptAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    var lines = ["\(pen.ink.bold(id.printable))  \(preferredTitle.printable)"]
    lines += facts(by: pen)
    if !links.isEmpty { lines += [""] + links.flatMap { $0.lines(indent: "  ", by: pen) } }
    if !incoming.isEmpty {
      lines += ["", "  \(say(.showLinkedFrom))"]
      lines += incoming.prefix(Self.mostIncoming).map {
        "    \($0.from.printable) \($0.relation)"
      }
      let rest = incoming.count - Self.mostIncoming
      if rest > 0 { lines.append("    \(say(.showMore, ["count": "\(rest)"]))") }
    }
    if !notes.isEmpty { lines.append("") }
    for note in notes {
      // A description of several lines becomes one.
      let text = note.text.words.joined(separator: " ")
      lines.append(
        "  \(say(.showNote, ["text": text]).printable) \(pen.mark(note.evidence))")
    }
    if let procedures, !procedures.isEmpty {
      lines += ["", "  \(say(.showProcedures))"]
      lines += procedures.flatMap { $0.lines(indent: "    ", by: pen) }
    }
    return lines + pen.sources
  }

  /// More incoming links than a person reads.
  private static let mostIncoming = 20

  private func facts(by pen: Pen) -> [String] {
    let say = pen.say
    let place = framework.map { "\($0): \(heading ?? "")" }
    var facts: [(String, [String])] = [
      (say(.showKind), [tier ?? kind]), (say(.showIn), listed(place)),
      (say(.showAlsoCalled), listed(aliases?.joined(separator: ", "))),
      (say(.showSharedAcronyms), listed(acronyms?.joined(separator: ", "))),
      (say(.showCountries), listed(countries?.joined(separator: ", "))),
      (say(.showAuthority), listed(authority)), (say(.showStatus), listed(status)),
      (say(.showInForce), listed(span(in: say))),
      (say(.showWorkload), listed(workload?.joined(separator: ", "))),
    ]
    facts += titles.filter { $0.text != preferredTitle }.map { ($0.language, [$0.text]) }
    facts += alternatives.map { (say(.showAlternative, ["language": $0.language]), [$0.text]) }
    facts += [(say(.showUri), listed(uri)), (say(.showLicence), listed(licence))]
    let mark = evidence.map { pen.mark($0) }
    facts.append((say(.showStatedIn), listed(evidence?.position)))
    var lines = pen.columns(facts, indent: "  ")
    if let mark, !lines.isEmpty { lines[lines.count - 1] += " \(mark)" }
    return lines
  }

  private func listed(_ text: String?) -> [String] { text.map { [$0] } ?? [] }

  private var preferredTitle: String {
    (titles.first { $0.language == "en" } ?? titles.first)?.text ?? ""
  }

  private func span(in say: Language) -> String? {
    guard validFrom != nil || validBy != nil || validTo != nil else { return nil }
    let span = say(.showSpan, ["from": validFrom ?? "…", "to": validTo ?? say(.showToday)])
    return ([span] + (validBy.map { [say(.linkValidBy, ["date": $0])] } ?? [])).joined(
      separator: "; ")
  }
}
