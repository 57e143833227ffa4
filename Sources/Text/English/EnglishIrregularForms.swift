/// English words whose forms no rule makes: a base form, then its other forms, one word a line.
///
/// Forms that are also base forms of other words (`saw`, `left`, `found`, `lay`) stand here all the same: a
/// stem is a candidate, and who has evidence chooses.
enum EnglishIrregularForms {
  /// From a form to its base form.
  static let bases: [(form: String, base: String)] = table.split(separator: "\n").flatMap { line in
    let words = line.split(separator: " ").map { String($0) }
    return words.dropFirst().map { (form: $0, base: words[0]) }
  }

  private static let table = """
    arise arose arisen
    awake awoke awoken
    be am is are was were been being isn't aren't wasn't weren't
    bear bore borne
    beat beaten
    become became
    begin began begun
    bend bent
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    can could can't cannot couldn't
    catch caught
    choose chose chosen
    cling clung
    come came
    create created creating
    creep crept
    deal dealt
    die dying
    dig dug
    do does did done don't doesn't didn't
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got gotten
    give gave given
    go went gone goes
    grind ground
    grow grew grown
    hang hung
    have has had haven't hasn't hadn't having
    hear heard
    hide hid hidden
    hold held
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    lean leant
    leap leapt
    learn learnt
    leave left
    lend lent
    lie lying lain
    light lit
    lose lost
    make made
    may might
    mean meant
    meet met
    pay paid
    plead pled
    prove proven
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    sew sewn
    shake shook shaken
    shall should shan't shouldn't
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    slay slew slain
    sleep slept
    slide slid
    smell smelt
    sow sown
    speak spoke spoken
    speed sped
    spell spelt
    spend spent
    spill spilt
    spin spun
    spit spat
    spoil spoilt
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    strike struck stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    tie tying
    tread trod trodden
    undergo underwent undergone
    understand understood
    undertake undertook undertaken
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    will would won't wouldn't
    win won
    wind wound
    withdraw withdrew withdrawn
    withstand withstood
    wring wrung
    write wrote written
    must mustn't
    need needn't
    analysis analyses
    appendix appendices
    axis axes
    bacterium bacteria
    basis bases
    calf calves
    child children
    crisis crises
    criterion criteria
    datum data
    diagnosis diagnoses
    elf elves
    emphasis emphases
    foot feet
    goose geese
    half halves
    hypothesis hypotheses
    index indices
    knife knives
    leaf leaves
    life lives
    loaf loaves
    man men
    matrix matrices
    medium media
    mouse mice
    ox oxen
    parenthesis parentheses
    penny pence
    person people
    phenomenon phenomena
    self selves
    shelf shelves
    stimulus stimuli
    synthesis syntheses
    thesis theses
    thief thieves
    tooth teeth
    vertex vertices
    wife wives
    wolf wolves
    woman women
    bad worse worst
    far farther farthest further furthest
    good better best
    little less least
    many more most
    i me my mine myself
    you your yours yourself yourselves
    he him his himself
    she her hers herself
    it its itself
    we us our ours ourselves
    they them their theirs themselves
    who whom whose
    this these
    that those
    a an
    """
}
