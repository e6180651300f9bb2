internal import Foundation
package import PasserelleGraph
internal import PasserelleModel

/// A profile in the form in which the adapter `Profiles` reads it: what a statement keeps of the
/// question, so that it can be asked again.
package struct ProfileDocument: Encodable, Sendable {
  private struct CertificateDocument: Encodable, Sendable {
    var title: String
    var country: String
    var id: String?
    var date: String?
    var body: String?
    var field: String?
    var sector: String?
    var workload: String?
    var outcomes: [String]?
    var document: String?
  }

  private struct ExperienceDocument: Encodable, Sendable {
    var title: String
    var occupation: String?
    var country: String?
    var years: String?
    var evidence: String?
  }

  private struct CompetenceDocument: Encodable, Sendable {
    var title: String
    var id: String?
    var evidence: String?
  }

  private struct LanguageDocument: Encodable, Sendable {
    var language: String
    var level: String?
    var evidence: String?
  }

  private var profile = 1
  private var reference: String
  private var from: String?
  private var target: String?
  private var certificates: [CertificateDocument]?
  private var experience: [ExperienceDocument]?
  private var competences: [CompetenceDocument]?
  private var languages: [LanguageDocument]?

  package init(_ record: ProfileRecord) {
    reference = record.profile.reference
    from = record.profile.from?.description
    target = record.profile.target?.description
    certificates = record.certificates.map(\.value).nonEmpty?.map { one in
      CertificateDocument(
        title: one.title, country: one.country.description, id: one.identifier?.description,
        date: one.date?.description, body: one.body, field: one.field?.description,
        sector: one.sector?.rawValue, workload: one.workload,
        outcomes: one.outcomes.nonEmpty?.map(\.description),
        document: one.document?.rawValue)
    }
    experience = record.experience.map(\.value).nonEmpty?.map { one in
      ExperienceDocument(
        title: one.title, occupation: one.occupation?.description,
        country: one.country?.description, years: one.years?.description, evidence: one.evidence)
    }
    competences = record.competences.map(\.value).nonEmpty?.map { one in
      CompetenceDocument(
        title: one.title, id: one.identifier?.description, evidence: one.evidence)
    }
    languages = record.languages.map(\.value).nonEmpty?.map { one in
      LanguageDocument(
        language: one.language.description, level: one.level, evidence: one.evidence)
    }
  }

  /// The profile as one line of JSON, its keys in order.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts alone are encoded, and texts cannot fail.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
