internal import PasserelleAnswers
internal import PasserelleGraph
internal import PasserelleModel

// Statements of comparability, and the atlas.
extension PageMaker {
  func atlas(_ desk: Desk) throws -> Content {
    let answer = try desk.atlas()
    let framework = page["of"]
    return .sheet { answer.sheet(of: framework, in: $0) }
  }

  func statement(_ desk: Desk) throws -> Content {
    if page.request.method == "POST" { return try person(desk) }
    guard let name = page["id"], let destination = page["for"], let purpose = page.purpose else {
      return .form(try form(), status: 200)
    }
    let reply = try desk.standingStatement(
      on: name, for: destination, purpose: purpose, in: say)
    return try self.reply(reply) { answer in
      .sheet { language in
        guard language.name != say.name else { return answer.sheet(in: language) }
        let other = try desk.standingStatement(
          on: name, for: destination, purpose: purpose, in: language)
        return (other.answer ?? answer).sheet(in: language)
      }
    }
  }

  /// The statement of what was filled in: it is answered and forgotten.
  private func person(_ desk: Desk) throws -> Content {
    let filled = CertificateFields(page)
    guard let profile = filled.profile, let destination = page["for"], let purpose = page.purpose
    else { return .form(try form(problems: filled.problems), status: 422) }
    let answer = try desk.assess(
      profile,
      for: ComparabilityOrder(destination: destination, purpose: purpose, language: say.name))
    return .statement(answer.sheet(in: say))
  }

  private func form(problems: [String] = []) throws -> StatementForm {
    StatementForm(page: page, countries: try countryNames, problems: problems)
  }
}

/// A certificate as it was filled in.
struct CertificateFields {
  /// The profile of one certificate; `nil` if something does not do.
  private(set) var profile: ProfileRecord?
  /// The names of the fields that do not do.
  private(set) var problems: [String] = []

  init(_ page: PageRequest) {
    let say = page.say
    let title = page["title"] ?? ""
    let country = page["country"].flatMap { CountryCode($0.uppercased()) }
    let date = page["date"].flatMap { CalendarDate($0) }
    let sought = page["sought"].flatMap { Identifier($0) }
    let wrong: [(Bool, String)] = [
      (title.isEmpty, say(.certificateTitle)), (country == nil, say(.certificateCountry)),
      (date == nil && page["date"] != nil, say(.certificateDate)),
      (sought?.code == nil && page["sought"] != nil, say(.compareWith)),
      (page["for"] == nil, say(ComparabilityKey.destination)),
      (page.purpose == nil, say(ComparabilityKey.purpose)),
    ]
    problems = wrong.filter(\.0).map(\.1)
    guard problems.isEmpty, let country else { return }
    var certificate = Certificate(title: title, country: country)
    certificate.date = date
    certificate.body = page["body"]
    certificate.document = page["document"].flatMap { DocumentState(rawValue: $0) }
    certificate.workload = page["workload"]
    let place = SourcePosition(file: "form")
    var profile = Profile(reference: page["case"] ?? "–")
    profile.target = sought
    var record = ProfileRecord(profile, at: place)
    record.add(.certificate(certificate), at: place)
    self.profile = record
  }
}
