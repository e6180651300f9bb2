internal import PasserelleAnswers

/// What a service says of itself.
struct Manifest: Encodable {
  struct NamedThing: Encodable {
    var id: String
    var name: String
  }

  struct Address: Encodable { var url: String }

  struct Preview: Encodable {
    var url: String
    var width = 440
    var height = 260
  }

  struct Place: Encodable {
    var service_url: String
    var service_path: String
    var flyout_service_url: String?
    var flyout_service_path: String?
  }

  struct Suggest: Encodable {
    var entity: Place
    var property: Place
    var type: Place
  }

  struct Setting: Encodable {
    struct Choice: Encodable {
      var value: String
      var name: String
    }

    var name: String
    var label: String
    var type = "text"
    var `default`: String
    var help_text: String
    var choices: [Choice]?
  }

  struct Extend: Encodable {
    var propose_properties: Place
    var property_settings: [Setting]
  }

  var versions = ["0.2"]
  var name: String
  /// Identifiers are the same on every server: what was reconciled with one is known to another.
  var identifierSpace = "urn:passerelle:"
  var schemaSpace = "urn:passerelle:property:"
  var defaultTypes: [NamedThing]
  var view: Address
  var preview: Preview
  var suggest: Suggest
  var extend: Extend
  var batchSize = ReconciliationService.batchSize
}

extension ReconciliationService {
  var manifest: Manifest {
    Manifest(
      name: language(ReconciliationKey.service()),
      defaultTypes: Types(self).kinds.map { Manifest.NamedThing(id: $0.id, name: $0.name) },
      view: Manifest.Address(
        url: "\(library.baseURL)/show/{{id}}?lang=\(language.name)"),
      preview: Manifest.Preview(url: "\(address)/preview?id={{id}}"),
      suggest: Manifest.Suggest(
        entity: suggestion("entity"), property: suggestion("property"), type: suggestion("type")),
      extend: Manifest.Extend(
        propose_properties: Manifest.Place(service_url: address, service_path: "/properties"),
        property_settings: settings))
  }

  private func suggestion(_ what: String) -> Manifest.Place {
    Manifest.Place(
      service_url: address, service_path: "/suggest/\(what)", flyout_service_url: address,
      flyout_service_path: "/flyout/\(what)?id=${id}")
  }

  private var settings: [Manifest.Setting] {
    let languages = library.languages.names.map { name in
      Manifest.Setting.Choice(value: name, name: library.languages[name]?.ownName ?? name)
    }
    return [
      Manifest.Setting(
        name: ExtensionQuery.placeSetting, label: language(ReconciliationKey.place()), default: "",
        help_text: language(ReconciliationKey.placeHelp())),
      Manifest.Setting(
        name: ExtensionQuery.daySetting, label: language(ReconciliationKey.day()), default: "",
        help_text: language(ReconciliationKey.dayHelp())),
      Manifest.Setting(
        name: ExtensionQuery.languageSetting, label: language(ReconciliationKey.languageOf()),
        type: "select", default: language.name,
        help_text: language(ReconciliationKey.languageHelp()), choices: languages),
    ]
  }
}
