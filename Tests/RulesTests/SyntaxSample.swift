/// A rule file with every declaration and every atom of the language.
enum SyntaxSample {
  static let text = """
    /// What the file is about.
    use english/groups
    use people

    type Title { office: text, rank: text?, status: status? }
    enum status = held | planned | denied
    schema { entities = person | place; roles = host | "second host" }
    list talks = talks | "working lunch"
    list lemma travel = travel | "make a trip"
    list city from "places/cities.tsv" { match name, alias; keep id, country; case smart; where kind = "big city" }
    list given from "given.tsv" { match name; case exact }
    list rank from "ranks.tsv" { match name; case fold }

    extend list talks = "power lunch" | dinner
    extend list city from "more.tsv" { match name; keep id }
    extend let party = Firm
    disable rule english/groups.group, people.titled
    disable entry talks = "working lunch" | talks
    disable example "The chief arrived." | "He came."

    let party = Person | Place{country = CN, name in ["a b", c]}
    let part = [kind = word, case in [capitalized, mixed], text != "x", lower ~ /[a-z]+/, lemma in @talks] except (@talks | "x")
    let gaps = a: "x" ...{0,12 not Person} b: <meet> ...{3,4} (c: [case = upper] "," d: "y"?)+

    phase people in sentence, select all, skipping Aside, Note {
      /// A titled name.
      /// In two lines.
      rule titled priority 2: !behind("a") r: @rank{0,2} o: @office{kind = "x y"} n: part+ ahead("," | <be>) (@talks)*
        => Person { name: n.text, office: join(r, first(o), "x", 3), status: held }
        expect "Deputy \\"Chief\\" Mwangi." on 2024-01-26 => Person { name: "Mwangi", age: 3, day: 2024-01-26, status: held }
        reject "The chief arrived."
        todo "He came." => Person
      block aside: "(" ...{0,12} ")"
    }

    phase notes select longest { }

    events Talks, Trip in clause, skipping Aside {
      /// Who talks to whom.
      frame talks: Talks
        trigger verb <meet> | verb [speak, "call on"] "by" @phones
        trigger verb [hold, have] object [class = adjective]{0,2} @talks
        trigger noun @talks
        slot participants <- subject, "with", possessor: party
        slot place <- object, "in", bare: Place per head required else previous
        need 2 participants
        need place
        need no infinitive
        need no place
        set subkind = talks
        expect "They met." on 2024-01 exactly => Talks { status: held, participants: ["A B", they] }
        reject "They left."
    }

    claims status {
      refused: [governor in [deny, refuse], negated != yes] => denied
      sought: [governor in @travel] => planned
    }

    """
}
