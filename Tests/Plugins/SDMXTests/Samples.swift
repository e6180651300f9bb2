/// Messages that say the same in the three forms, as far as each can.
enum Samples {
  private static let spaces = """
    xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/VERSION/message" \
    xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/VERSION/structure" \
    xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/VERSION/common"
    """

  /// A message of SDMX-ML with some structures.
  static func message(_ version: String, _ structures: String) -> String {
    """
    <mes:Structure \(spaces.replacing("VERSION", with: version))>
    <mes:Header><mes:ID>m1</mes:ID><mes:Test>false</mes:Test>
    <mes:Prepared>2024-05-06T07:08:09</mes:Prepared><mes:Sender id="UIS"/></mes:Header>
    <mes:Structures>
    \(structures)
    </mes:Structures>
    </mes:Structure>
    """
  }

  /// A list of codes, which the versions of SDMX-ML write alike but for the code above another.
  private static func list(parent: String) -> String {
    """
    <str:Codelists>
    <str:Codelist id="CL_EDU" agencyID="UIS" version="2.0" validFrom="2011-01-01T00:00:00">
    <com:Annotations><com:Annotation><com:AnnotationTitle>used by</com:AnnotationTitle>
    <com:AnnotationType>SCOPE</com:AnnotationType>
    <com:AnnotationText xml:lang="en">surveys</com:AnnotationText></com:Annotation></com:Annotations>
    <com:Name xml:lang="en">ISCED levels</com:Name><com:Name xml:lang="fr">Niveaux CITE</com:Name>
    <com:Description>Levels of education</com:Description>
    <str:Code id="L5"><com:Name xml:lang="en">Short cycle</com:Name>
    <com:Name xml:lang="fr">Cycle court</com:Name>
    <com:Description xml:lang="en">Two years</com:Description>\(parent)</str:Code>
    <str:Code id="L5T8"><com:Name>Tertiary</com:Name></str:Code>
    </str:Codelist>
    </str:Codelists>
    """
  }

  /// A list with a hierarchy over it and a map from it, in SDMX-ML 2.1.
  static let v21 = message(
    "v2_1",
    """
    \(list(parent: "\n<str:Parent><Ref id=\"L5T8\"/></str:Parent>"))
    <str:HierarchicalCodelists>
    <str:HierarchicalCodelist id="HCL" agencyID="UIS"><com:Name>Groups</com:Name>
    <str:IncludedCodelist alias="E"><Ref id="CL_EDU" agencyID="UIS" version="2.0"/></str:IncludedCodelist>
    <str:Hierarchy id="H1" leveled="false"><com:Name xml:lang="en">All</com:Name>
    <str:HierarchicalCode id="a"><str:CodelistAliasRef>E</str:CodelistAliasRef>
    <str:CodeID><Ref id="L5T8"/></str:CodeID>
    <str:HierarchicalCode id="b" validTo="2020-12-31T00:00:00">
    <str:Code><Ref id="L5" maintainableParentID="CL_EDU" maintainableParentVersion="2.0" agencyID="UIS"/></str:Code>
    <str:Level><Ref id="LOWER"/></str:Level></str:HierarchicalCode>
    </str:HierarchicalCode></str:Hierarchy>
    </str:HierarchicalCodelist>
    </str:HierarchicalCodelists>
    <str:StructureSets>
    <str:StructureSet id="SS" agencyID="UIS" version="1.1"><com:Name>Maps</com:Name>
    <str:StructureMap id="SM"/>
    <str:CodelistMap id="M1"><com:Name>To the old levels</com:Name>
    <str:Source><Ref id="CL_EDU" agencyID="UIS" version="2.0"/></str:Source>
    <str:Target><URN>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ESTAT:CL_OLD(1.0)</URN></str:Target>
    <str:CodeMap><str:Source><Ref id="L5"/></str:Source><str:Target><Ref id="5B"/></str:Target></str:CodeMap>
    </str:CodelistMap></str:StructureSet>
    </str:StructureSets>
    """)

  /// The same in SDMX-ML 3.0.
  static let v30 = message(
    "v3_0",
    """
    \(list(parent: "<str:Parent>L5T8</str:Parent>"))
    <str:Hierarchies>
    <str:Hierarchy id="H1" agencyID="UIS" version="1.0" hasFormalLevels="false">
    <com:Name xml:lang="en">All</com:Name>
    <str:HierarchicalCode id="a">
    <str:Code>urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(2.0).L5T8</str:Code>
    <str:HierarchicalCode id="b" validTo="2020-12-31T00:00:00">
    <str:Code>urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(2.0).L5</str:Code>
    <str:Level>LOWER</str:Level></str:HierarchicalCode>
    </str:HierarchicalCode></str:Hierarchy>
    </str:Hierarchies>
    <str:RepresentationMaps>
    <str:RepresentationMap id="M1" agencyID="UIS" version="1.1"><com:Name>To the old levels</com:Name>
    <str:SourceCodelist>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UIS:CL_EDU(2.0)</str:SourceCodelist>
    <str:TargetCodelist>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ESTAT:CL_OLD(1.0)</str:TargetCodelist>
    <str:RepresentationMapping>
    <str:SourceValue>L5</str:SourceValue><str:TargetValue>5B</str:TargetValue>
    </str:RepresentationMapping>
    <str:RepresentationMapping>
    <str:SourceValue isRegEx="true">L.*</str:SourceValue><str:TargetValue>5A</str:TargetValue>
    </str:RepresentationMapping>
    <str:RepresentationMapping><str:SourceValue>L6</str:SourceValue></str:RepresentationMapping>
    </str:RepresentationMap>
    <str:RepresentationMap id="M2" agencyID="UIS" version="1.0"><com:Name>Of numbers</com:Name>
    <str:SourceDataType>String</str:SourceDataType>
    <str:TargetCodelist>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ESTAT:CL_OLD(1.0)</str:TargetCodelist>
    </str:RepresentationMap>
    </str:RepresentationMaps>
    """)

  /// The same in SDMX-JSON 2.0.
  static let json = """
    {"meta": {"id": "m1", "prepared": "2024-05-06T07:08:09Z", "contentLanguages": ["en"], "sender": {"id": "UIS"}},
     "data": {
      "codelists": [
       {"id": "CL_EDU", "agencyID": "UIS", "version": "2.0", "validFrom": "2011-01-01T00:00:00",
        "name": "ISCED levels", "names": {"en": "ISCED levels", "fr": "Niveaux CITE"},
        "description": "Levels of education", "links": [{"rel": "self", "href": "https://example.org"}],
        "annotations": [{"title": "used by", "type": "SCOPE", "text": "surveys", "texts": {"en": "surveys"}}],
        "codes": [
         {"id": "L5", "name": "Short cycle", "names": {"en": "Short cycle", "fr": "Cycle court"},
          "descriptions": {"en": "Two years"}, "parent": "L5T8"},
         {"id": "L5T8", "name": "Tertiary"}]}],
      "hierarchies": [
       {"id": "H1", "agencyID": "UIS", "version": "1.0", "name": "All", "hierarchicalCodes": [
        {"id": "a", "code": "urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(2.0).L5T8",
         "hierarchicalCodes": [
          {"id": "b", "code": "urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(2.0).L5",
           "validTo": "2020-12-31T00:00:00", "level": "LOWER"}]}]}],
      "representationMaps": [
       {"id": "M1", "agencyID": "UIS", "version": "1.1", "name": "To the old levels",
        "source": [{"codelist": "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UIS:CL_EDU(2.0)"}],
        "target": [{"codelist": "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ESTAT:CL_OLD(1.0)"}],
        "representationMappings": [
         {"sourceValues": [{"value": "L5"}], "targetValues": ["5B"]},
         {"sourceValues": [{"value": "L.*", "isRegEx": true}], "targetValues": ["5A"]},
         {"sourceValues": [{"value": "L6"}]}]},
       {"id": "M2", "agencyID": "UIS", "version": "1.0", "name": "Of numbers",
        "source": [{"dataType": "String"}],
        "target": [{"codelist": "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ESTAT:CL_OLD(1.0)"}]}]}}
    """

  /// As little as has a list and a map, for the rules that try it a thousand times.
  static let smallXML = """
    <Structure xmlns="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"><Structures>
    <Codelist id="C" agencyID="A" version="1.0"><Name>Trades</Name>
    <Code id="1"><Name xml:lang="de">Eins</Name><Description>The first</Description></Code>
    <Code id="11"><Name>Two</Name><Parent>1</Parent></Code></Codelist>
    <RepresentationMap id="M" agencyID="A"><Name>Map</Name>
    <SourceCodelist>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:C(1.0)</SourceCodelist>
    <TargetCodelist>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:D(1.0)</TargetCodelist>
    <RepresentationMapping><SourceValue>1</SourceValue><TargetValue>x</TargetValue></RepresentationMapping>
    </RepresentationMap></Structures></Structure>
    """

  /// As little as has a list and a hierarchy.
  static let smallJSON = """
    {"data": {"codelists": [{"id": "C", "agencyID": "A", "version": "1.0", "name": "Trades",
     "codes": [{"id": "1", "names": {"de": "Eins"}, "description": "The first"}, {"id": "11", "name": "Two", "parent": "1"}]}],
     "hierarchies": [{"id": "H", "agencyID": "A", "version": "1.0", "hierarchicalCodes": [
      {"id": "a", "code": "urn:sdmx:org.sdmx.infomodel.codelist.Code=A:C(1.0).1", "hierarchicalCodes": [
       {"id": "b", "code": "urn:sdmx:org.sdmx.infomodel.codelist.Code=A:C(1.0).11", "level": "L"}]}]}]}}
    """

  static let all = [("v21.xml", v21), ("v30.xml", v30), ("v20.json", json)]
}
