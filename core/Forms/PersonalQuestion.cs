namespace RbcBot.Core.Forms;

/// <summary>Which answers tell who somebody is, so that they do not go along where people stand under pseudonyms.</summary>
/// <remarks>By type: files and places. By name: its words, parted by _, - or a change to a capital. What else free text may tell is for whoever publishes it to read.</remarks>
public static class PersonalQuestion
{
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "names", "surname", "firstname", "lastname", "nom", "noms", "prenom", "izina", "amazina",
        "phone", "phones", "telephone", "tel", "mobile", "msisdn", "telefone", "telefoni", "whatsapp", "telegram",
        "email", "mail", "courriel", "imeyili", "address", "adresse", "aderesi",
        "id", "nid", "identity", "passport", "indangamuntu", "birth", "dob", "naissance", "amavuko", "signature", "photo",
    };

    /// <summary>Words of questions that ask for a place finer than a district.</summary>
    static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        "sector", "secteur", "umurenge", "cell", "cellule", "akagari", "village", "umudugudu",
        "facility", "facilities", "hospital", "hopital", "ibitaro", "centre", "center", "ikigo", "workplace",
    };

    /// <summary>Whether a choice of it tells a place finer than a district.</summary>
    public static bool IsOfPlace(Question question) => WordsOf(question.Name).Any(Places.Contains);

    public static bool Is(Question question) =>
        question.IsMedia || question.Type is QuestionType.GeoPoint or QuestionType.GeoTrace or QuestionType.GeoShape
        || (question.Type is not (QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank) && WordsOf(question.Name).Any(Words.Contains));

    static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
            if (at == name.Length || !char.IsLetter(name[at]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1])))
            {
                yield return name[start..at].Trim('_', '-', '.');
                start = at;
            }
    }
}
