using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Places;

namespace Demarche.Entities;

/// <summary>Finds the words that stand for somebody or something: names, role nouns, nationalities, pronouns.</summary>
internal sealed class MentionFinder(KnowledgeBase knowledge, ActorReader reader)
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs", "it", "its", "i", "me", "my", "mine", "we", "us", "our", "ours",
        "you", "your", "himself", "herself", "themselves", "itself",
    };

    private static readonly HashSet<string> Locative = new(StringComparer.Ordinal)
    {
        "in", "at", "near", "from", "to", "outside", "around", "through", "inside", "into", "across", "via", "over", "toward", "towards", "leaving",
    };

    private static readonly HashSet<string> Days = new(StringComparer.Ordinal)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    };

    /// <summary>The mentions of a sentence, in order of their heads.</summary>
    public List<MentionDraft> Find(Sentence sentence, int number, KeyedWords words, DateOnly? date, PlaceLayer places)
    {
        var taken = new bool[sentence.Count];
        List<MentionDraft> found = [];
        Names(sentence, number, words, date, places, taken, found);
        Nominals(sentence, number, words, date, taken, found);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Upos == Upos.PRON && !taken[i] && Pronouns.Contains(sentence[i].Form.ToLowerInvariant()))
                found.Add(new()
                {
                    Sentence = number, First = i, Last = i, Head = i, Form = MentionForm.Pronoun,
                    Key = sentence[i].Form.ToLowerInvariant(), Lemma = sentence[i].Lemma,
                });
        }
        found.Sort((one, other) => one.Head != other.Head ? one.Head.CompareTo(other.Head) : one.First.CompareTo(other.First));
        LinkAppositions(sentence, found);
        return found;
    }

    private void Names(Sentence sentence, int number, KeyedWords words, DateOnly? date, PlaceLayer places, bool[] taken, List<MentionDraft> found)
    {
        var next = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            while (next < sentence.Names.Length && sentence.Names[next].Last < i)
                next++;
            NameSpan? name = next < sentence.Names.Length && sentence.Names[next].First <= i ? sentence.Names[next] : null;
            var length = reader.Match(words, i, sentence.Count, date, out var known);
            if (known is { IsName: false })
                length = 0;
            // The longer of table and tagger speaks; a table name inside a longer tagged name is part of it.
            if (length > 0 && (name is not { } tagged || i + length - 1 >= tagged.Last || tagged.First < i))
            {
                Add(TableName(sentence, number, words, i, i + length - 1, known!, date));
                i += length - 1;
            }
            else if (name is { } span && span.First == i)
            {
                if (IsTitle(words, span, sentence.Count, date))
                    continue;
                // "Gen. Park Min-ho": a rank or "Mr." makes a person of what the tagger took for a body or a place.
                if (span.Type is NameType.Organization or NameType.Place && span.Last > span.First && words[span.First] is [.., '.']
                    && knowledge.Titles.Find(words.KeyOf(span.First, span.First)) is { Kind: "military" or "police" or "courtesy" or "learned" })
                    span = span with { Type = NameType.Person };
                if (span.Type is NameType.Person or NameType.Place)
                    span = span with { First = NameStart(words, span, date) };
                Add(TaggedName(sentence, number, words, span, date, places));
                i = span.Last;
            }
        }

        void Add(MentionDraft? mention)
        {
            if (mention is null)
                return;
            found.Add(mention);
            for (var token = mention.First; token <= mention.Last; token++)
                taken[token] = true;
        }
    }

    /// <summary>Whether the tagger took a title, or a part of it, for a name: "Former U.S. Secretary", or "State" in "Secretary of State".</summary>
    private bool IsTitle(KeyedWords words, NameSpan span, int limit, DateOnly? date)
    {
        for (var from = Math.Max(0, span.First - 3); from <= span.Last; from++)
        {
            var length = reader.Match(words, from, limit, date, out var known);
            var last = from + length - 1;
            if (known?.Role is not null && length > 1 && last >= span.Last && (span.Type == NameType.Person ? from >= span.First || span.First == span.Last : from < span.First))
                return true;
            // "Rebel leader Saleh Dini" at a sentence's begin: the tagger saw a capital.
            if (known?.Role is not null && from == span.First && from == 0 && last > span.Last && !char.IsUpper(words[last][0]))
                return true;
        }
        return false;
    }

    /// <summary>Where a name begins behind what the tagger took for a part of it: "President", "South Korean", the end of "Secretary of State".</summary>
    private int NameStart(KeyedWords words, NameSpan span, DateOnly? date)
    {
        var start = span.First;
        for (var from = Math.Max(0, start - 3); from <= start && start < span.Last; from++)
        {
            var length = reader.Match(words, from, span.Last, date, out var known);
            var isDescription = known is { Role: not null } or { State: not null, StateName: StateNameKind.Adjective or StateNameKind.National };
            if (length == 0 && from == start && knowledge.Titles.Find(words.KeyOf(from, from)) is not null)
                (length, isDescription) = (1, true);
            if (!isDescription || from + length <= start)
                continue;
            start = from + length;
            from = start - 1;
        }
        return start;
    }

    private MentionDraft? TableName(Sentence sentence, int number, KeyedWords words, int first, int last, ActorName known, DateOnly? date)
    {
        var head = NounPhrase.HeadOf(sentence, first, last);
        var form = MentionForm.Name;
        ActorAnswer answer;
        var type = NameType.Organization;
        if (known.Person is { } person)
        {
            answer = PersonAtDate.Answer(person, date);
            type = NameType.Person;
        }
        else if (known.Organization is not null)
        {
            answer = ActorReader.OfOrganization(known);
        }
        else
        {
            var state = known.State!;
            answer = new() { Name = state.Name, Kind = EntityKind.State, Country = state.Country, Key = "state:" + state.Code, Why = known.Why };
            type = NameType.Place;
            switch (known.StateName)
            {
                case StateNameKind.Seat:
                    form = MentionForm.Metonym;
                    break;
                case StateNameKind.Capital when IsLocative(sentence, head):
                    answer = new() { Name = state.Capital, Kind = EntityKind.Place, Country = state.Country, Key = "place:" + state.Capital, Why = known.Why };
                    break;
                case StateNameKind.Capital:
                    form = MentionForm.Metonym;
                    break;
                case StateNameKind.Adjective or StateNameKind.National:
                    var isNoun = sentence[head].Upos is Upos.NOUN or Upos.PROPN && sentence[head].Relation is not (Deprel.amod or Deprel.compound);
                    if (isNoun)
                        return Nationals(sentence, number, first, last, head, state, known);
                    form = MentionForm.Demonym;
                    break;
            }
        }
        return new()
        {
            Sentence = number, First = first, Last = last, Head = head, Form = form, Answer = answer, NameType = type,
            Key = words.KeyOf(first, last).ToString(), Gender = answer.Gender,
            CountryOwner = known.Organization is { Country.Length: 3 } ? CountryOwner(sentence, head) : null,
        };
    }

    // "his country's Supreme Court": the token of "his"; -1 for "the country's".
    private static int? CountryOwner(Sentence sentence, int head)
    {
        var country = sentence.Child(head, Deprel.nmod_poss);
        if (country < 0 || sentence[country].Lemma is not ("country" or "nation" or "homeland"))
            return null;
        var owner = sentence.Child(country, Deprel.nmod_poss);
        return owner >= 0 && sentence[owner].Upos == Upos.PRON ? owner : -1;
    }

    private static MentionDraft Nationals(Sentence sentence, int number, int first, int last, int head, State state, ActorName known)
    {
        var isPlural = sentence[head].Is(Features.Plur) || sentence[head].Form.EndsWith('s') || NounPhrase.IsDefinite(sentence, head);
        return new()
        {
            Sentence = number, First = NounPhrase.First(sentence, head), Last = last, Head = head, Form = MentionForm.Demonym,
            Key = NameKey.Of(sentence[head].Form), Lemma = sentence[head].Lemma, IsPlural = isPlural,
            Answer = new()
            {
                Kind = isPlural ? EntityKind.Group : EntityKind.Person, Country = state.Country, Sectors = ["CVL"], IsPlural = isPlural,
                Key = isPlural ? "people:" + state.Code : null, Name = isPlural ? sentence[head].Form : null, Why = known.Why,
            },
        };
    }

    private MentionDraft? TaggedName(Sentence sentence, int number, KeyedWords words, NameSpan span, DateOnly? date, PlaceLayer places)
    {
        var head = NounPhrase.HeadOf(sentence, span.First, span.Last);
        var key = words.KeyOf(span.First, span.Last).ToString();
        var answer = ActorAnswer.None;
        switch (span.Type)
        {
            // "Ghana's President, Kwame Nkrumah": a title with a capital letter is no name.
            case NameType.Person when span.First == span.Last && (sentence.Child(head, Deprel.nmod_poss) >= 0 || sentence.Child(head, Deprel.det) >= 0) && knowledge.Titles.Find(words.KeyOf(span.First, span.Last)) is not null:
                return null;
            // "said Monday"
            case NameType.Person when span.First == span.Last && Days.Contains(sentence[head].Form):
                return null;
            case NameType.Person:
                answer = new() { Kind = EntityKind.Person, Gender = GenderOf(sentence, words, span.First, head) };
                break;
            case NameType.Place:
                var at = sentence.SpanOf(span.First, span.Last);
                var place = places.All.FirstOrDefault(place => place.Span == at);
                answer = new() { Kind = EntityKind.Place, Country = place?.Country, Name = place?.Name, Key = "place:" + key };
                break;
            case NameType.Organization or NameType.Group:
                var told = reader.Read(words, span.First, span.Last + 1, date, null);
                answer = new()
                {
                    Kind = span.Type == NameType.Group ? EntityKind.Group : EntityKind.Organization,
                    Country = told.Country, Sectors = told.Kind is EntityKind.State ? [] : told.Sectors, IsPlural = span.Type == NameType.Group,
                };
                break;
            default:
                return null;
        }
        return new()
        {
            Sentence = number, First = span.First, Last = span.Last, Head = head, Form = MentionForm.Name, Answer = answer, NameType = span.Type,
            Key = key, Gender = answer.Gender, IsPlural = answer.IsPlural,
        };
    }

    private void Nominals(Sentence sentence, int number, KeyedWords words, DateOnly? date, bool[] taken, List<MentionDraft> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (taken[i])
                continue;
            var length = reader.Match(words, i, sentence.Count, date, out var known);
            if (known?.Role is null)
                continue;
            var head = i + length - 1;
            if (taken[head] || sentence[head].Upos is not (Upos.NOUN or Upos.PROPN) || sentence[head].Relation is Deprel.compound or Deprel.amod)
                continue;
            // "minister of defense": the phrase's syntactic head is its first noun.
            head = NounPhrase.HeadOf(sentence, i, head);
            var (first, last) = NounPhrase.Core(sentence, head);
            if (first > i)
                first = i;
            last = Math.Max(last, i + length - 1);
            found.Add(new()
            {
                Sentence = number, First = first, Last = last, Head = head, Form = MentionForm.Nominal,
                Answer = reader.Read(words, first, last + 1, date, null), Key = Description(sentence, words, first, last),
                Lemma = known.Role.Noun, IsPlural = known.IsPlural || sentence[head].Is(Features.Plur), IsDefinite = NounPhrase.IsDefinite(sentence, head),
            });
            i += length - 1;
        }
    }

    /// <summary>Names with the nouns that stand in apposition to them or before them as a title.</summary>
    private static void LinkAppositions(Sentence sentence, List<MentionDraft> found)
    {
        foreach (var mention in found)
        {
            if (mention.Form != MentionForm.Nominal)
                continue;
            foreach (var other in found)
            {
                if (other == mention || other.Form is not (MentionForm.Name or MentionForm.Nominal) || other.NameType is NameType.Place)
                    continue;
                // "Secretary of State John Kerry": what stands right before a name is its title, whatever the tree says.
                var isTitle = other.NameType == NameType.Person && other.Form == MentionForm.Name && mention.Last + 1 == other.First && !mention.IsPlural
                    && !(mention.First > 0 && sentence[mention.Head].Relation is Deprel.obj or Deprel.iobj);
                // "Russia, an ally that": an indefinite noun right behind a name and a comma, which the parser hung elsewhere.
                var isComment = other.Form == MentionForm.Name && other.Last + 2 == mention.First && sentence[other.Last + 1].Form == "," && !mention.IsPlural
                    && sentence[mention.First].Lemma is "a" or "an" && sentence[mention.Head].Head == sentence[other.Head].Head && sentence[mention.Head].Relation == sentence[other.Head].Relation;
                if (isComment)
                {
                    mention.SameAs = other;
                    break;
                }
                // "The governor of Kaduna, Nasir Bello, imposed …": the tree hangs the name on the place.
                var isBehind = other.NameType == NameType.Person && other.Form == MentionForm.Name && !mention.IsPlural && mention.Last > mention.Head && mention.Last + 2 == other.First
                    && sentence[mention.Last + 1].Form == "," && sentence[other.Head].Relation != Deprel.conj
                    && (other.Last + 1 >= sentence.Count || sentence[other.Last + 1].Form is "," or ".");
                var isLinked = isTitle || isBehind || sentence[mention.Head].Head == other.Head && IsApposition(sentence[mention.Head].Relation)
                    || sentence[other.Head].Head == mention.Head && IsApposition(sentence[other.Head].Relation) && other.Form == MentionForm.Name;
                if (!isLinked || other.SameAs == mention || other.Answer.Kind is EntityKind.State || IsSomebodyOf(mention, other))
                    continue;
                mention.SameAs = other;
                break;
            }
        }
    }

    /// <summary>"the GOP nominee", "a Labour Party chairman", "the Trump campaign": one of theirs, and not they; a spokesman speaks for them.</summary>
    private static bool IsSomebodyOf(MentionDraft mention, MentionDraft name) =>
        name.Form == MentionForm.Name && name.Last < mention.Head && name.First >= mention.First
        && (name.NameType == NameType.Person || mention is { IsPlural: false, Answer.Kind: EntityKind.Person })
        && !(mention.Lemma.Contains("spokes", StringComparison.Ordinal) || mention.Lemma is "representative" or "official" or "envoy" or "member" or "administration" or "government" or "regime");

    private static bool IsApposition(Deprel relation) => relation is Deprel.appos or Deprel.flat or Deprel.nmod_desc or Deprel.compound;

    private static bool IsLocative(Sentence sentence, int head)
    {
        var marker = sentence.Child(head, Deprel.@case);
        return marker >= 0 && Locative.Contains(sentence[marker].Lemma) || sentence[head].Relation is Deprel.appos or Deprel.compound;
    }

    private char GenderOf(Sentence sentence, KeyedWords words, int first, int head)
    {
        for (var before = first; before >= Math.Max(0, first - 1); before--)
            if (knowledge.Titles.Find(words.KeyOf(before, before)) is { Gender: not 'u' } title)
                return title.Gender;
        var gender = knowledge.GivenNames.Gender(words.KeyOf(first, first));
        return gender is 'm' or 'f' ? gender : 'u';
    }

    private static string Description(Sentence sentence, KeyedWords words, int first, int last)
    {
        while (first < last && sentence[first].Upos is Upos.DET or Upos.PUNCT)
            first++;
        return words.KeyOf(first, last).ToString();
    }
}
