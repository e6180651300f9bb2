internal import PasserelleGraph
internal import PasserelleModel

extension VerificationAnswer {
  /// The answer for people: who signed what, when, on which data, and what it means.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let purposeName = Purpose(purpose).map { say($0) } ?? purpose
    var rows: [(TrustKey, String)] = [
      (.isSigned, say(.valid, ["algorithm": algorithm])),
      (.issuer, issuer),
      (.withKey, trust == .named ? say(.keyNamed) : say(.keyUnknown, ["key": key])),
      (.signedAt, "\(say.date(String(signedAt.prefix(10)))), \(signedAt.dropFirst(11))"),
      (.filedUnder, number),
      (
        .about,
        say(
          .asked,
          ["country": country(in: say), "purpose": purposeName, "day": say.date(asOf)])
      ),
      (.found, say.list(findings.map { finding($0, in: say) })),
      (.state, say(.stateOf, ["graph": graph, "links": "\(links)", "program": program])),
    ]
    rows += [statement.map { (.filed, say($0 == .same ? .fileSame : .fileOther)) }].compactMap(
      \.self)
    rows += [page.map { (.printed, say($0 == .same ? .fileSame : .fileOther)) }].compactMap(\.self)
    rows += [sources.map { (.now, $0.words(in: say)) }].compactMap(\.self)
    let width = rows.map { say($0.0).columns }.max() ?? 0
    return rows.map { "\(say($0.0).padded(to: width + 2))\($0.1.printable)" }
      + (sources?.changedLinks ?? []).map { "  - \($0.printable)" }
      + ["", say(.meaning)]
  }

  private func country(in say: Language) -> String {
    CountryCode(destination).map { LocalNames(say).country($0) } ?? destination
  }

  /// A finding in its fixed words; where nothing was compared, how the level compares.
  private func finding(_ token: String, in say: Language) -> String {
    Finding(rawValue: token).map { say($0) }
      ?? Comparability(rawValue: token).map { say($0) } ?? token
  }
}

extension VerificationAnswer.Sources {
  fileprivate func words(in say: Language) -> String {
    if same { return say(.nowSame) }
    return changedLinks.isEmpty ? say(.nowElsewhere) : say(.nowChanged)
  }
}
