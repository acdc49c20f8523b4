using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What nodes tell each other over NOTIFY: a letter for the kind, then keys with spaces between.</summary>
static class News
{
    public const string Channel = "rbcbot";

    /// <summary>Somebody else's lane has work: persons follow.</summary>
    public const char Work = 'w';

    /// <summary>Something was said: keys of addresses follow.</summary>
    public const char Said = 's';

    /// <summary>Rounds or forms have changed.</summary>
    public const char Rounds = 'r';

    /// <summary>Somebody was erased: keys of her addresses follow.</summary>
    public const char Erased = 'e';

    /// <summary>Of the 8,000 bytes that PostgreSQL takes.</summary>
    const int MostLetters = 7_900;

    public static NpgsqlBatchCommand Statement(string news)
    {
        var command = new NpgsqlBatchCommand($"select pg_notify('{Channel}', $1)");
        command.Parameters.Add(Column.Text(news));
        return command;
    }

    /// <summary>One note of a kind; "" when there is nothing to tell. What does not fit is found by those who look from time to time.</summary>
    public static string Of(char kind, IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
            return "";
        var news = $"{kind} {string.Join(' ', keys)}";
        return news.Length <= MostLetters ? news : news[..news.LastIndexOf(' ', MostLetters)];
    }

    public static (char Kind, string[] Keys) Read(string news) => (news[0], news[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
