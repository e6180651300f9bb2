import Testing

/// A small table with the header of a real one, and the map that is of it.
struct MapSample: Sendable, CustomTestStringConvertible {
  let map: String
  var file = "table.csv"
  /// What the map makes of it.
  let publication: String
  /// How many statements that are: framework or set, sources, concepts and links.
  let statements: Int
  let table: String

  var testDescription: String { map }

  static let all = structures + ["skills", "knowledge", "abilities"].flatMap(ratings)

  private static let structures: [MapSample] = [
    MapSample(
      map: "uk-soc-2020", publication: "uk-soc-2020", statements: 9,
      table: """
        Unique ID,"SOC2020
        Major Group","SOC2020
        Sub-Major Group","SOC2020
        Minor Group",SOC2020 Unit Group,SOC2020 Group Title,Change,VERSNO
        ,1,,,,MANAGERS,,
        ,,,,,,,
        ,,11,,,CORPORATE MANAGERS,,
        ,,,111,,Chief Executives,,
        soc-y1aa,,,,1111,Chief executives and senior officials,,

        """),
    MapSample(
      map: "uk-soc-2020.descriptions", publication: "uk-soc-2020", statements: 7,
      table: """
        "SOC
        2020 Major Group","SOC
        2020 Sub-Major Group","SOC
        2020 Minor Group",SOC 2020 Unit Group,"SOC
        2020 
        Group Title",Groups Classified Within Sub-Groups ,Group  Description,\
        Typical Entry Routes And Associated Qualifications,Tasks,Related Job Titles
        1,<blank>,<blank>,<blank>,Managers,11 Corporate managers,Planning,<blank>,<blank>,<blank>
        <blank>,11,<blank>,<blank>,Corporate managers,<blank>,Directing,<blank>,<blank>,<blank>

        """),
    MapSample(
      map: "us-soc-2010-isco-08", publication: "us-soc-2010-isco-08", statements: 4,
      table: """
        2010 SOC Code,2010 SOC Title,part,ISCO-08 Code,ISCO-08 Title EN,Comment 8/17/11
        11-1011,Chief Executives,*,1112,Senior government officials,
        11-1011,Chief Executives,*,1113,Traditional chiefs,

        """),
    MapSample(
      map: "isco-08-us-soc-2010", publication: "isco-08-us-soc-2010", statements: 3,
      table: """
        ISCO-08 Code,ISCO-08 Title EN,part,2010 SOC Code,2010 SOC Title,Comment 8/17/11
        0110,Commissioned armed forces officers,*,55-1011 ,Air Crew Officers,

        """),
    MapSample(
      map: "us-soc-2010", publication: "us-soc-2010", statements: 9,
      table: """
        Bureau of Labor Statistics,,,,
        On behalf of the Standard Occupational Classification Policy Committee (SOCPC),,,,
        ,,,,
        January 2009,,,,
        *** This is the final structure for the 2010 SOC. ***,,,,
        ,,,,
        ,,,,
        ,,,,
        ,,,,
        ,2010 Standard Occupational Classification,,,
        ,,,,
        Major Group,Minor Group,Broad Group,Detailed Occupation,
        ,,,,
        11-0000,,,,Management Occupations
        ,11-2000,,,"Advertising, Marketing, Promotions, Public Relations, and Sales Managers"
        ,,11-2030,,Public Relations and Fundraising Managers
        ,,,11-2031,Public Relations and Fundraising Managers

        """),
    MapSample(
      map: "us-soc-2018", publication: "us-soc-2018", statements: 11,
      table: String(repeating: "Bureau of Labor Statistics,,,,\n", count: 7) + """
        Major Group,Minor Group,Broad Group,Detailed Occupation,
        11-0000,,,,Management Occupations
        ,11-2000,,,"Advertising, Marketing, Promotions, Public Relations, and Sales Managers"
        ,,11-2030,,Public Relations and Fundraising Managers
        ,,,11-2032,Public Relations Managers
        ,,,11-2033,Fundraising Managers

        """),
    MapSample(
      map: "us-soc-2018.definitions", publication: "us-soc-2018", statements: 12,
      table: """
        SOC Group,SOC Code,SOC Title,SOC Definition,
        Major,11-0000,Management Occupations,,
        Minor,11-2000,"Advertising, Marketing, Promotions, Public Relations, and Sales Managers",,
        Broad,11-2030,Public Relations and Fundraising Managers,,
        Detailed,11-2032,Public Relations Managers,"Plan, direct, or coordinate activities.",
        Detailed,11-2033,Fundraising Managers,,

        """),
    MapSample(
      map: "ca-noc-2021", publication: "ca-noc-2021", statements: 16,
      table: """
        Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition
        1,Broad Category,0,Legislative and senior management occupations,This broad category
        2,Major Group,00,Legislative and senior managers,This major group
        3,Sub-major Group,000,Legislative and senior managers,This sub-major group
        4,Minor Group,0001,Legislative and senior managers,This minor group
        5,Unit Group,00010,Legislators,Legislators participate

        """),
    MapSample(
      map: "de-kldb-2010", publication: "de-kldb-2010@2020", statements: 15,
      table: """
        Schlüssel KldB 2010, V. 2020;Ebene;Titel;Kurztitel;Allgemeine Bemerkungen;Einschlüsse;\
        Umfasst ferner;Ausschlüsse;
        0;1;Militär;Militär;;;Unterpositionen:  01 Angehörige der regulären Streitkräfte;;
        1;2;Angehörige der regulären Streitkräfte;Angehörige der regulären Streitkräfte;;;;;
        14;3;Angehörige in sonstigen Rängen;Angeh. sonst.Ränge; Mannschaften;"Kraftfahrer/in; Jäger";;;
        140;4;Angehörige in sonstigen Rängen;Angeh. sonst.Ränge;;;;011 Offiziere;
        1402;5;Angehörige in sonstigen Rängen;Angeh. sonst.Ränge;;;;;

        """),
    MapSample(
      map: "fr-rome-4", publication: "fr-rome@4", statements: 5,
      table: """
        "code_rome","code_fiche_metier","code_ogr","libelle_rome","transition_eco","transition_num",\
        "transition_demo","emploi_reglemente","emploi_cadre","code_rome_parent"
        "A1101","11","6","Conducteur / Conductrice d'engins agricoles","Emploi Blanc","","","","","A1101"
        "A1102","30047","403950","Conducteur / Conductrice d'engins d'exploitation forestière",\
        "Emploi stratégique pour la Transition écologique","","","","","A1101"

        """),
    MapSample(
      map: "fr-rome-4-appellations", publication: "fr-rome-appellations@4", statements: 6,
      table: """
        "code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome","transition_eco",\
        "transition_num","transition_demo","emploi_reglemente","emploi_cadre","classification","origine",\
        "code_rome_parent","peu_usite"
        "16719","Modiste","Modiste","B1801","Emploi Blanc","","","","","PRINCIPALE","","B1801","N"
        "16750","Monsieur / Dame de compagnie","Monsieur / Dame de compagnie","K1311","Emploi Blanc","","O",\
        "","","SYNONYME","","K1302","O"

        """),
    MapSample(
      map: "fr-rome-4-competences", publication: "fr-rome-competences@4", statements: 12,
      table: """
        "code_ogr","nature","libelle_competence","definition","code_ogr_macro_comp","code_macro_comp",\
        "cat_comp","sous_cat_comp","transition_eco","transition_num","libelle_heterogeneite","libelle_origine"
        "100023","Compétence","Abattre un arbre","","300230","","Savoir-faire","Technique","","N","",""
        "100063","Compétence","Tailler les arbres","","300230","","Savoir-faire","Technique","N","N","",""

        """),
    MapSample(
      map: "fr-rome-4-savoirs", publication: "fr-rome-savoirs@4", statements: 8,
      table: """
        "code_ogr_savoir","libelle_savoir","categorie_savoir","sous_categorie_savoir","transition_eco",\
        "transition_num"
        "100003","Fonctionnement des engins agricoles","Produits, outils et matières","Outils","","N"
        "100007","Techniques de soudage","Techniques professionnelles","Techniques manuelles","","N"

        """),
    MapSample(
      map: "us-onet-soc-2019", file: "Occupation Data.txt", publication: "us-onet-soc-2019",
      statements: 6,
      table: rows(
        """
        O*NET-SOC Code|Title|Description
        11-1011.00|Chief Executives|"Determine and formulate policies, and direct."
        11-2032.00|Public Relations Managers|Plan public relations programs.

        """)),
    MapSample(
      map: "us-onet-soc-2010", file: "Occupation Data.txt", publication: "us-onet-soc-2010",
      statements: 6,
      table: rows(
        """
        O*NET-SOC Code|Title|Description
        11-1011.00|Chief Executives|"Determine and formulate policies, and direct."
        11-2031.00|Public Relations and Fundraising Managers|"Plan, direct, or coordinate activities."

        """)),
    MapSample(
      map: "us-onet-soc-2019.taxonomy", publication: "us-onet-soc-2019", statements: 6,
      table: """
        O*NET-SOC 2019 Code,O*NET-SOC 2019 Title,O*NET-SOC 2019 Description
        11-1011.00,Chief Executives,"Determine and formulate policies, and direct."
        11-1011.03,Chief Sustainability Officers,"Communicate and coordinate with management."

        """),
    MapSample(
      map: "us-onet-content-model", publication: "us-onet-content-model", statements: 13,
      table: rows(
        """
        Element ID|Element Name|Description
        1|Worker Characteristics|Worker Characteristics
        1.A|Abilities|Enduring attributes of the individual that influence performance
        1.A.1|Cognitive Abilities|Abilities that influence the acquisition of knowledge
        1.A.1.a|Verbal Abilities|Abilities related to verbal information
        1.A.1.a.1|Oral Comprehension|The ability to listen to and understand information
        4.A.1.a.1|Getting Information|Observing, receiving, and otherwise obtaining information

        """)),
    MapSample(
      map: "us-onet-soc-2010-us-soc-2018", publication: "us-onet-soc-2010-us-soc-2018",
      statements: 5,
      table: """
        O*NET-SOC 2010 Code,O*NET-SOC 2010 Title,2018 SOC Code,2018 SOC Title
        11-1011.00,Chief Executives,11-1011,Chief Executives
        11-2031.00,Public Relations and Fundraising Managers,11-2032,Public Relations Managers
        11-2031.00,Public Relations and Fundraising Managers,11-2033,Fundraising Managers

        """),
    MapSample(
      map: "us-onet-soc-2019-us-soc-2018", publication: "us-onet-soc-2019-us-soc-2018",
      statements: 4,
      table: """
        O*NET-SOC 2019 to 2018 SOC crosswalk,,,
        ,,,
        O*NET-SOC 2019 Code,O*NET-SOC 2019 Title,2018 SOC Code,2018 SOC Title
        11-1011.00,Chief Executives,11-1011,Chief Executives
        11-1011.03,Chief Sustainability Officers,11-1011,Chief Executives

        """),
    MapSample(
      map: "us-onet-soc-2010-us-onet-soc-2019", publication: "us-onet-soc-2010-us-onet-soc-2019",
      statements: 3,
      table: """
        O*NET-SOC 2010 Code,O*NET-SOC 2010 Title,O*NET-SOC 2019 Code,O*NET-SOC 2019 Title
        15-1199.01,Software Quality Assurance Engineers and Testers,15-1253.00,Software Quality Assurance Analysts and Testers

        """),
  ]

  /// The ratings of elements, which are three tables in the same columns, as text and as workbooks.
  private static func ratings(of elements: String) -> [MapSample] {
    let (map, file) = ("us-onet-\(elements)", elements.capitalized)
    return [
      MapSample(
        map: map, file: "\(file).txt", publication: map, statements: 3,
        table: rows(
          """
          O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|\
          Upper CI Bound|Recommend Suppress|Not Relevant|Date|Domain Source
          49-3041.00|2.A.1.a|Reading Comprehension|IM|3.00|8|0.0000|3.0000|3.0000|N|n/a|08/2025|Analyst
          49-3041.00|2.A.1.a|Reading Comprehension|LV|2.88|8|0.1250|2.6300|3.1200|N|N|08/2025|Analyst
          49-3041.00|2.A.1.b|Active Listening|LV|3.00|8|0.0000|3.0000|3.0000|N|Y|08/2025|Analyst
          49-3041.00|2.A.1.c|Writing|LV|2.62|8|0.1830|2.2664|2.9836|Y|N|08/2025|Analyst

          """)),
      MapSample(
        map: "\(map).workbook", file: "\(file).csv", publication: map, statements: 3,
        table: """
          O*NET-SOC Code,Title,Element ID,Element Name,Scale ID,Scale Name,Data Value,N,Standard Error,\
          Lower CI Bound,Upper CI Bound,Recommend Suppress,Not Relevant,Date,Domain Source
          49-3041.00,Mechanics,2.A.1.a,Reading Comprehension,LV,Level,2.88,8,0.1250,2.6300,3.1200,N,N,08/2025,Analyst

          """),
    ]
  }

  /// Tables of O*NET are parted by tabs, which an editor does not show.
  private static func rows(_ text: String) -> String { text.replacing("|", with: "\t") }
}
