extension Question {
  /// Questions from corridors of labour migration: domestic and care work, garments, kitchens,
  /// farms, building sites, apprentices, school certificates, and workers who return.
  ///
  /// None of these corridors has an official link. The answer is what is known besides, whom to
  /// ask first, and what nobody has said.
  static let corridors: [Question] = [
    Question(
      asks: "A tile layer with a National Skills Certificate 2 of Bangladesh, in Saudi Arabia?",
      call: "equivalents bd-bnqf:national-skills-certificate-2 --in SA --purpose work",
      finding: "no-official-link",
      says: [
        "Skill Verification Program (Professional Examination)",
        "qualifications from IN, BD, LK, EG; skilled trades without a degree",
        "It is NOT recognition of Bangladeshi certificates.",
        "a certificate of the one does not replace the other",
      ], neverSays: ["sa-nqf:2", "eqf:", "same reference level"]),
    Question(
      asks: "A cook with a National Skills Certificate 2 of Bangladesh, in Italy?",
      call: "equivalents bd-bnqf:national-skills-certificate-2 --in IT --purpose work",
      finding: "no-official-link",
      says: [
        "Ask first    CIMEA (ENIC-NARIC)", "informative, not a recognition",
        "NARIC Italy as a rule does not assess pure VET for work",
      ], neverSays: ["it-nqf:2", "eqf:2", "agreements and programmes between the two"]),
    Question(
      asks: "A sewing machine operator of Bangladesh, in a factory of South Korea?",
      call: "equivalents bd-bnqf:national-skills-certificate-1 --in KR --purpose work",
      finding: "no-official-link",
      says: [
        "Korean Qualifications Framework, draft", "No foreign certificate is compared",
        "no recognition of a foreign certificate was seen",
        "Only for sending countries that have a memorandum with Korea: ask first.",
      ], neverSays: ["kr-kqf:1", "same reference level"]),
    Question(
      asks: "A mason with a National Skill Certificate 1 of Nepal, on a building site of Qatar?",
      call: "equivalents np-nstb:national-skill-certificate-level-1 --in QA --purpose work",
      finding: "no-official-link",
      says: ["no source here says who decides there"],
      neverSays: ["qa-nqf:1", "Decides  ", "Binding", "agreements and programmes between the two"]),
    Question(
      asks: "A scaffolder who returns from Qatar to Nepal, and has only experience and a level 2?",
      call: "equivalents np-nstb:national-skill-certificate-level-2 --in NP --purpose work",
      finding: "no-official-link",
      says: [
        "to have prior learning recognised", "National Skill Testing Board (NSTB) under CTEVT",
        "National Skill Certificate and Skill Identity Card",
      ], neverSays: ["np-nvqf:2", "qa-nqf", "same reference level"]),
    Question(
      asks: "A caregiver with an NC II of the Philippines, in Germany?",
      call: "equivalents ph-pqf:nc-ii --in DE --purpose work", finding: "no-official-link",
      says: [
        "ph-pqf as a whole is referenced to aqrf", "the pairs of levels were not seen",
        "Nothing automatically: BSN + active licence",
        "right to an equivalence assessment against a German reference occupation",
      ], neverSays: ["de-nqf:2", "eqf:", "aqrf:2"]),
    Question(
      asks: "A caregiver with an NC II of the Philippines, in Japan, which has no framework?",
      call: "equivalents ph-pqf:nc-ii --in JP --purpose work", finding: "no-official-link",
      says: [
        "No national qualifications framework (Japan)", "informs, does not evaluate",
        "the Japanese national examination is needed",
        "a four-year course and TESDA caregiver NC II, or BSN",
        "no foreign certificate is compared",
      ], neverSays: ["jp-none:2", "aqrf:2", "same reference level"]),
    Question(
      asks: "A cook with an NC II of the Philippines, in Canada, whose TEER is about the job?",
      call: "equivalents ph-pqf:nc-ii --in CA --purpose work", finding: "no-official-link",
      says: [
        "Ask first    CICIC", "informs, does not assess", "it is not a licence",
        "the apprenticeship authority of the province or territory",
      ], neverSays: ["ca-teer:2", "ca-teer:3", "same reference level"]),
    Question(
      asks: "A farm worker with a Caribbean Vocational Qualification 2 of Jamaica, in Canada?",
      call: "equivalents caricom-cvq:cvq-2 --in CA --purpose work", finding: "no-official-link",
      says: [
        "A national NVQ has no regional value until its standard is approved as a CVQ",
        "A CVQ level needs its country and its year.", "Ask first    CICIC",
      ], neverSays: ["ca-teer:2", "ca-teer:4", "same reference level"]),
    Question(
      asks: "A young welder with an NVQ 3 of Sri Lanka, in South Korea?",
      call: "equivalents lk-nvq:national-certificate-nvq-level-3 --in KR --purpose work",
      finding: "no-official-link",
      says: [
        "NVQ numbers of other countries are other scales", "Decides      HRD Korea",
        "No foreign certificate is compared", "selection is by the EPS-TOPIK score",
      ], neverSays: ["kr-kqf:3", "gb-rqf", "same reference level"]),
    Question(
      asks: "A care worker with an artisan certificate of Kenya, in the United Kingdom?",
      call: "equivalents ke-knqf:artisan-certificate --in GB --purpose work",
      finding: "no-official-link",
      says: [
        "Ask first    UK ENIC (run by Ecctis)", "It does not recognise a nursing degree.",
        "What stands at the others must not be inferred from other countries.",
      ], neverSays: ["gb-rqf:", "gb-scqf:", "gb-cqfw:", "same reference level"]),
    Question(
      asks: "A plumber with a government trade test of Kenya, in Saudi Arabia?",
      call: "equivalents ke-knqf:government-trade-test --in SA --purpose work",
      finding: "no-official-link",
      says: [
        "No source here states its level.", "do not expect it elsewhere without a newer source",
        "not shown, because they cover only qualifications from PK, IN, BD, LK, EG",
      ], neverSays: ["Skill Verification Program", "atLevel", "sa-nqf:"]),
    Question(
      asks: "A domestic worker with a Certificate of Competence 2 of Ethiopia, in Saudi Arabia?",
      call: "equivalents et-ntqf:coc-2 --in SA --purpose work", finding: "no-official-link",
      says: [
        "et-ntqf:coc-2 at level et-ntqf:2",
        "not shown, because they cover only qualifications from PK, IN, BD, LK, EG",
        "an internal track for workers who are already in the Kingdom",
      ], neverSays: ["Skill Verification Program", "sa-nqf:2", "et-enqf:2"]),
    Question(
      asks: "A vocational programme of level 2 in Ethiopia: is it upper secondary school?",
      call: "compare et-programmes:technical-vocational-education-training-tvet-level-2",
      finding: "no-official-link", levels: [],
      says: [
        "statistics:", "is classified at ISCED-2011 3",
        "this classifies programmes and recognises nothing",
      ],
      neverSays: [
        "referencedTo", "referenced to", "atLevel", "at level", "eqf:", "et-ntqf:2",
        "upper secondary",
      ]),
    Question(
      asks: "A hairdresser with a Worker's PAS of Uganda, in the Emirates?",
      call: "equivalents ug-uvqf:workers-pas --in AE --purpose work", finding: "no-official-link",
      says: [
        "What stands at levels 2 to 4 was not seen.",
        "ug-uvqf:workers-pas at level ug-uvqf:Elementary",
        "vocational education and training; case by case", "as of 2016",
      ], neverSays: ["ae-qfe:1", "ug-uvqf:1", "agreements and programmes between the two"]),
    Question(
      asks: "An apprentice of Ghana with a trade test of the NVTI, in Germany?",
      call: "equivalents gh-certificates:nvti --in DE --purpose work",
      finding: "no-official-link",
      says: [
        "gh-certificates:nvti was not verified",
        "No source here states a level of these certificates in a framework.",
        "Ask first    BQ-Portal", "returnees: no special rule for returnees",
      ], neverSays: ["atLevel", "gh-ntvetqf:", "de-nqf:4", "eqf:"]),
    Question(
      asks: "A tailor with a federal trade test of Nigeria, in the United Kingdom?",
      call: "equivalents ng-certificates:federal-trade-test-grades-iii-to-i --in GB --purpose work",
      finding: "no-official-link",
      says: [
        "'recalled, not read in a source'",
        "No source here states a level of these certificates in a framework.",
        "Ask first    UK ENIC (run by Ecctis)",
      ], neverSays: ["ng-nsqf:", "gb-rqf:", "atLevel"]),
    Question(
      asks: "A strawberry picker with a spécialisation of Morocco, in Spain?",
      call: "equivalents ma-cnc:specialisation --in ES --purpose work",
      finding: "no-official-link",
      says: [
        "a table of levels without legal effect", "Referencing to the EQF is an aim, not done.",
        "No qualification is compared: a collective authorisation", "Ask first    NARIC Spain",
      ], neverSays: ["es-nqf:2", "eqf:2", "same reference level"]),
    Question(
      asks: "A hairdresser with a CAP of Tunisia, in France, which has a CAP too?",
      call: "equivalents tn-programmes:certificat-daptitude-professionnelle-cap --in FR "
        + "--purpose work",
      finding: "no-official-link",
      says: [
        "No recognition of qualifications: a list of 77 occupations",
        "Ask first    ENIC-NARIC France", "VAE since 2002",
      ], neverSays: ["fr-nqf@2019:3", "fr-nqf@2019:cap", "eqf:3"]),
    Question(
      asks: "A CAP of Tunisia: is it upper secondary, because UNESCO counts it at ISCED 3?",
      call: "compare tn-programmes:certificat-daptitude-professionnelle-cap",
      finding: "no-official-link", levels: [],
      says: [
        "the programme completes the level only in part",
        "this classifies programmes and recognises nothing",
      ], neverSays: ["referencedTo", "referenced to", "eqf:", "upper secondary"]),
    Question(
      asks: "A seamstress of Ukraine's level 3, in Poland?",
      call: "equivalents ua-nqf:3 --in PL --purpose work", finding: "no-official-link",
      says: [
        "comparison: EQF 3 on both sides; for ua-nqf:3, only by a non-binding comparison",
        "nothing further follows from a comparison", "Ask first    NAWA",
      ], neverSays: ["ua-nqf:3 referenced to", "at the same reference level"]),
    Question(
      asks: "A builder of Uzbekistan's level 3, in Germany?",
      call: "equivalents uz-nqf:3 --in DE --purpose work", finding: "no-official-link",
      says: ["No recognition is stated in the text seen.", "Ask first    BQ-Portal"],
      neverSays: ["de-nqf:3", "eqf:", "same reference level"]),
    Question(
      asks: "A car mechanic from a vocational school of Syria, without papers, in Germany?",
      call: "equivalents sy-programmes:vocational-secondary-education --in DE --purpose work",
      finding: "no-official-link",
      says: [
        "no source here links sy-programmes:vocational-secondary-education",
        "Ask first    BQ-Portal", "experience can be certified against a dual training occupation",
        "no EQF level is stated",
      ], neverSays: ["atLevel", "de-nqf:4", "eqf:", "same reference level"]),
    Question(
      asks: "A cook with a certificate of the SENA of Colombia, in Spain?",
      call: "equivalents co-mnc:certificado-de-aptitud-profesional --in ES --purpose work",
      finding: "no-official-link",
      says: [
        "It is not a technician title and has no level of this framework.",
        "foreign titles, diplomas or studies of non-university education",
        "No qualification is compared: a collective authorisation",
      ], neverSays: ["atLevel", "es-nqf:", "eqf:"]),
    Question(
      asks: "An orchard worker with a Certificate 4 of Tonga, in New Zealand?",
      call: "equivalents to-tqf:certificate-4 --in NZ --purpose work",
      finding: "no-official-link",
      says: [
        "there are no pairs of levels yet", "Nothing yet: the project builds a referencing",
        "Ask first    NZQA", "no evaluation from another country is accepted",
      ], neverSays: ["nz-nzqcf:4", "pqf-pacific:4", "same reference level"]),
    Question(
      asks: "A miner with a level 4 of Mozambique, in South Africa?",
      call: "equivalents mz-qnq:4 --in ZA --purpose work", finding: "no-official-link",
      says: [
        "The number on an older certificate is that of its own framework.",
        "Issues a statement  SAQA", "Artisan Recognition of Prior Learning (ARPL)",
      ], neverSays: ["za-nqf@2008:4", "sadcqf:4", "agreements and programmes between the two"]),
    Question(
      asks: "A worker who returns from South Africa to Namibia with a level 4?",
      call: "equivalents za-nqf:4 --in NA --purpose work", finding: "no-official-link",
      says: [
        "za-nqf@2008 as a whole is referenced to sadcqf",
        "An old level is not the new one of the same number.",
        "Ask first           Namibia Qualifications Authority (NQA)",
        "qualifications from other countries, which are expressed in the terms",
      ], neverSays: ["na-nqf:4", "sadcqf:4", "Decides  "]),
    Question(
      asks: "A plantation worker of Indonesia's level 2, in Malaysia, where both know the AQRF?",
      call: "equivalents id-kkni:2 --in MY --purpose work", finding: "no-official-link",
      says: [
        "regional framework: both are linked to AQRF", "which levels correspond is not known",
        "no low- or medium-skilled trade apart from tourism",
        "a document such workers may carry home",
      ], neverSays: ["my-mqf:2", "my-skm:2", "aqrf:2"]),
    Question(
      asks: "A care worker of Viet Nam's level 2, in Japan?",
      call: "equivalents vn-vqf:2 --in JP --purpose work", finding: "no-official-link",
      says: [
        "eight levels onto eight, the pairs were not seen", "The sources conflict",
        "Workers still pass the skills test and the Japanese test.",
      ], neverSays: ["jp-none:2", "aqrf:2", "same reference level"]),
    Question(
      asks: "A school leaver of Kenya, whose certificate the Dutch centre compares?",
      call: "equivalents nuffic-ke:kenya-certificate-of-secondary-education-fewer-than-6 "
        + "--in NL --purpose study",
      finding: "no-official-link",
      says: [
        "national centre: Nuffic compares", "(to study); this binds nobody",
        "Compared for admission to study in the Netherlands, and for no other purpose.",
        "Decides      the admitting institution",
      ], neverSays: ["referencedTo", "referenced to", "nl-nqf:4", "same reference level"]),
    Question(
      asks: "A technician of Morocco, whose diploma the Dutch centre compares with level 3 or 4?",
      call: "equivalents nuffic-ma:diplome-de-technicien --in NL", finding: "no-official-link",
      says: [
        "with nl-nqf:3, nl-nqf:4 (to study); this binds nobody", "NLQF 3/4, EQF 3/4",
        "and for no other purpose",
      ], neverSays: ["referencedTo", "referenced to", "same reference level"]),
    Question(
      asks: "The Dutch comparison of a technician's diploma of Morocco, when she looks for work?",
      call: "equivalents nuffic-ma:diplome-de-technicien --in NL --purpose work",
      finding: "no-official-link",
      says: ["and for no other purpose", "Issues a statement  SBB, through IDW", "the employer"],
      neverSays: ["evaluatedAs", "nl-nqf:3", "nl-nqf:4", "indications"]),
    Question(
      asks: "A domestic worker with a Certificate of Competence 2 of Ethiopia, in the Emirates?",
      call: "equivalents et-ntqf:coc-2 --in AE --purpose work", finding: "no-official-link",
      says: [
        "no source here links et-ntqf:coc-2 to a reference framework",
        "Issues a statement  NQA, with KHDA/QAD in Dubai", "as of 2016",
        "not shown, because they cover only qualifications of other sectors (higher education)",
      ], neverSays: ["ae-qfe:2", "Ministry of Higher Education", "et-enqf:2"]),
    Question(
      asks: "A young man with a Diploma of Associate Engineer of Pakistan, in Saudi Arabia?",
      call: "equivalents pk-certificates:diploma-of-associate-engineer --in SA --purpose work",
      finding: "no-official-link",
      says: [
        "No source here states a level of these certificates in a framework.",
        "NOT recognition of Pakistani certificates", "They are two tracks",
        "not shown, because they cover only qualifications from IN, BD, LK, EG",
      ], neverSays: ["sa-nqf:", "atLevel", "external track in Egypt"]),
    Question(
      asks: "A welder of Egypt's level 3, which is a proposal, in Saudi Arabia?",
      call: "equivalents eg-nqf:3 --in SA --purpose work", finding: "no-official-link",
      says: [
        "A level of it is a proposal.", "It is NOT recognition of Egyptian certificates.",
        "Welders and flamecutters (isco-08:7212)",
        "not shown, because they cover only qualifications from PK, LK",
      ], neverSays: ["sa-nqf:3", "same reference level"]),
    Question(
      asks: "A farm worker with a basic vocational diploma of Georgia, in Germany?",
      call: "equivalents ge-nqf:diploma-confirming-basic-vocational --in DE --purpose work",
      finding: "no-official-link",
      says: [
        "Ask first    Anerkennung in Deutschland (BIBB)", "BQ-Portal",
        "the source says that ge-nqf:diploma-confirming-basic-vocational has no level in eqf",
        "No recognition of a qualification is stated in the text seen.",
        "not shown, because they cover only qualifications of other sectors (higher education)",
      ], neverSays: ["anabin", "Statement of comparability", "de-nqf:3", "eqf:3"]),
    Question(
      asks: "A hotel cleaner of Cambodia's level 2, in Thailand?",
      call: "equivalents kh-cqf:2 --in TH --purpose work", finding: "no-official-link",
      says: [
        "kh-cqf:2 was not verified", "Ask first    Ministry of Tourism and Sports",
        "no low- or medium-skilled trade apart from tourism",
        "Hotel managers (isco-08:1411)",
      ], neverSays: ["th-nqf:2", "aqrf:2", "same reference level"]),
    Question(
      asks: "A domestic worker of Indonesia's level 2, in Hong Kong?",
      call: "equivalents id-kkni:2 --in HK --purpose work", finding: "no-official-link",
      says: [
        "Ask first    Immigration Department",
        "no foreign certificate is named among the criteria that were read",
        "Domestic cleaners and helpers (isco-08:9111)",
        "Article 5 of the regulation fixes minimum levels",
      ], neverSays: ["hk-hkqf:2", "aqrf:2", "same reference level"]),
    Question(
      asks: "A domestic worker with an NC II of the Philippines, in Kuwait?",
      call: "equivalents ph-pqf:nc-ii --in KW --purpose work", finding: "no-official-link",
      says: [
        "the library has no framework of this country, so no level there can be given",
        "no source here says who decides there",
      ], neverSays: ["Decides  ", "Ask first", "aqrf:2", "sa-nqf"]),
    Question(
      asks: "A carer of Moldova's level 3.1, in Romania, which is in the EQF?",
      call: "equivalents md-nqf:3.1 --in RO --purpose work", finding: "no-official-link",
      says: [
        "only by a non-binding comparison", "no referencing of Moldova was seen in any source",
        "CNRED (ENIC-NARIC Romania)",
      ], neverSays: ["md-nqf:3.1 referenced to", "at the same reference level"]),
    Question(
      asks: "A woman with an Albanian certificate of a three-year trade programme, in Italy?",
      call: "equivalents al-nqf:vocational-certificate-issued-at-the-end --in IT --purpose work",
      finding: "same-reference-level",
      says: [
        "al-nqf:3 referenced to eqf:3", "Ask first    CIMEA (ENIC-NARIC)",
        "referencing is by best fit: it links levels, not qualifications",
        "NARIC Italy as a rule does not assess pure VET for work",
      ], neverSays: ["declared", "it-nqf:4"]),
  ]
}
