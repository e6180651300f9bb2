import PasserelleKit
import PasserelleTesting

@testable import Bundle

/// A bundle of a framework and a set of mappings, which tests change.
struct SmallBundle {
  private(set) var files: [(name: String, text: String)] = [
    (
      "publication.csv",
      """
      name,kind,subject,object,source,is_verified,is_open
      aa,qualifications-framework,,,act,true,false
      aa-bb,mapping-set,aa,bb,act,true,true

      """
    ),
    (
      "publication_word.csv",
      """
      publication,role,position,language,value
      aa,title,0,en,A
      aa,alias,0,,AQF
      aa,country,0,,IE
      aa-bb,title,0,en,A to B

      """
    ),
    (
      "document.csv",
      """
      publication,key,title,is_official,is_verified
      aa,act,Act,true,true
      aa-bb,act,Act,true,false

      """
    ),
    (
      "concept.csv",
      """
      id,publication,code,position,kind,workload,source
      aa:1,aa,1,0,level,,act
      aa:2,aa,2,1,level,60 ects; 1 years,act

      """
    ),
    (
      "label.csv",
      """
      concept,role,position,language,text
      aa:1,title,0,en,One
      aa:1,alternative,0,en," first "
      aa:2,title,0,en,Two

      """
    ),
    (
      "link.csv",
      """
      id,publication,subject,relation,object,object_uri,source,is_verified
      1,aa,aa:1,closeMatch,bb:1,,act,true
      2,aa-bb,aa:2,exactMatch,bb:2,https://example.org/2,act,false

      """
    ),
    ("link_word.csv", "link,role,position,language,value\n2,note,0,en,Mind the gap.\n"),
    (
      "name.csv",
      """
      id,publication,concept,kind,language,text,source,is_verified
      1,aa,aa:2,colloquial,en,Second,act,false

      """
    ),
    (
      "note.csv",
      """
      id,publication,about,language,text,source,is_verified,is_background
      1,aa,aa:1,en,One note.,act,true,false
      1,aa,aa:1,fr,Une note.,act,true,false
      2,aa,aa:1,en,Another.,act,true,true

      """
    ),
    ("procedure.csv", "id,publication,purpose,is_binding,source,is_verified\n1,aa,study,f,act,t\n"),
    ("procedure_word.csv", "procedure,role,position,language,value\n1,decides,0,,Office\n"),
  ]

  /// Replaces a text in a file.
  func with(_ file: String, _ old: String, _ new: String) -> Self {
    var changed = self
    for index in files.indices where files[index].name == file {
      changed.files[index].text = files[index].text.replacing(old, with: new)
    }
    return changed
  }

  func without(_ names: String...) -> Self {
    var changed = self
    changed.files.removeAll { names.contains($0.name) }
    return changed
  }

  /// Puts all files into a folder.
  func files(in folder: String) -> [(name: String, text: String)] {
    files.map { (name: "\(folder)/\($0.name)", text: $0.text) }
  }

  var reading: Reading { Reading(of: files, with: Bundle()) }

  /// What is wrong, as `label.csv:3:1 bundle-order`.
  var problems: [String] { reading.diagnostics.map { "\($0.position) \($0.id)" } }
}
