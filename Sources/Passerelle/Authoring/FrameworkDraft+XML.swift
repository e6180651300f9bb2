internal import PasserelleModel

extension FrameworkDraft {
  /// The draft in XML.
  package var xml: String {
    DescriptorSchema.xmlHead + """
        <!-- One version of one framework. What stands between these marks is not read: it shows what may stand
             there. To fill one in, delete the marks around it, and write the values.
             'passerelle check' says what is wrong in this file, where, and what is still open.
             The guide for authorities (Documentation/Authorities.md) explains every part. -->

        <framework id="\(name)" kind="qualifications-framework" source="\(Self.sourceKey)">
      \(framework)    <!-- Who is responsible for the framework:
          <authority name="" url=""/> -->
          <!-- Where there are several: the name and the first day of this one.
          <version label="" from=""/> -->
        </framework>

        <sources>
          <source id="\(Self.sourceKey)" title="\(Self.sourceTitle)" verified="false"/>
          <!-- Declare each document that you take facts from, under a short name, and write that name
               as 'source'. When nothing rests on '\(Self.sourceKey)' any more, delete it.
               A date is 2024, 2024-05 or 2024-05-31; official is only a publication of an authority.
          <source id="report" publisher="" date="" url="" official="true"><title></title></source> -->
        </sources>

        <!-- The lowest first. For each level, one of the two: the level that the report names
             (\(referenceLevels)), or that it names none. -->
        <levels>
      \(levels.map(xml).joined())  </levels>

        <!-- What stands at the levels: types of qualifications, or single ones. The code is unlike that of
             any level; 'level' may be an element that is repeated.
        <qualifications>
          <qualification code="" level="\(levels[0].description.commentEscaped)"><title xml:lang="\(language)"></title></qualification>
        </qualifications> -->

        <!-- Who decides on a qualification from elsewhere, for each purpose: study, regulated, work or
             prior-learning. Leave 'binding' out where the document does not say.
        <procedures>
          <procedure purpose="work" binding="false">
            <informationCentre></informationCentre>
            <decides></decides>
            <legalBasis></legalBasis>
          </procedure>
        </procedures> -->

        <!-- What changes an answer, and every reader must be told.
        <notes>
          <note><text xml:lang="\(language)"></text></note>
        </notes> -->
      </passerelle>

      """
  }

  private var language: String { title.entries.first?.language.description ?? "en" }

  private var framework: String {
    var fields = DescriptorFields()
    fields.add("acronyms", [acronym].compactMap(\.self), each: "acronym")
    fields.add("country", countries.map(\.description))
    fields.add("title", title)
    let content = XMLText.content(fields, indent: 2)
    guard isTrial else { return content }
    return "    <!-- \(Self.trialRemark.joined(separator: "\n         ")) -->\n\(content)"
  }

  private func xml(of level: Code) -> String {
    var fields = DescriptorFields()
    fields.add("title", title(of: level))
    return """
          <level code="\(level.description.xmlEscaped)">
      \(XMLText.content(fields, indent: 3))      <!-- <referencedTo to="\(referenceExample)"/> -->
            <!-- <notReferenced to="\(reference.name)"/> -->
          </level>

      """
  }
}

extension String {
  /// The text as it may stand in a comment of XML, which has no two hyphens in a row.
  fileprivate var commentEscaped: String { replacing("-", with: "") }
}
