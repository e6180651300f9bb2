// Asks Passerelle from a program of its own: swift run Ask PATH-OF-passerelle PROFILE
import PasserelleAnswers

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("usage: Ask PATH-OF-passerelle PROFILE") }
do {
  let installation = try Installation(program: arguments[1])
  let french = try installation.language("fr")
  let profile = try installation.profile(at: arguments[2])

  try installation.desk(asOf: Day("2026-11-28")) { desk in
    switch try desk.compare(["ie-nqf:8", "de-nqf:6"]) {
    case .answer(let comparison):
      print(comparison.finding, comparison.referenceLevels)
      print(french(comparison.summary))
      for link in comparison.items.flatMap(\.links) {
        let authority = link.evidence.authority ?? "no authority named"
        print("  \(link.from) \(link.relation) \(link.to): \(authority)")
      }
    case .ambiguous(let question):
      print("'\(question.question)' may mean \(question.candidates.map(\.id))")
    }

    let inPoland = try desk.equivalents(of: "ie-nqf:8", in: "PL").answer
    for match in inPoland?.matches ?? [] where match.distance == 0 {
      print(match.id, match.title)
    }

    let statement = try desk.assess(profile, for: "DE", purpose: .work, in: french)
    for certificate in statement.certificates {
      print(certificate.title, certificate.today.referenceLevels)
    }
  }
} catch let error as UnknownName {
  print("'\(error.text)' is unknown; near it: \(error.near)")
} catch {
  print(error)
}
