namespace RbcBot.Bot;

/// <summary>What this process does; several with PostgreSQL behind them share the work.</summary>
/// <param name="IsBot">Takes messages in.</param>
/// <param name="IsConsole">Shows the console.</param>
/// <param name="IsWorker">Takes turns, sends messages and reminds.</param>
sealed record NodeOptions(bool IsBot = true, bool IsConsole = true, bool IsWorker = true)
{
    const string Bot = "bot", Console = "console", Worker = "worker";

    /// <summary>The roles as they are written in the settings.</summary>
    public string Roles => string.Join(',', new[] { IsBot ? Bot : "", IsConsole ? Console : "", IsWorker ? Worker : "" }.Where(role => role.Length > 0));

    /// <summary>The options of the settings, checked.</summary>
    public static NodeOptions Of(IConfiguration settings, bool isPostgres)
    {
        var roles = (settings["Node:Roles"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (roles.Length == 0)
            return new();
        if (roles.FirstOrDefault(role => role is not (Bot or Console or Worker)) is { } unknown)
            throw new SettingException($"Node:Roles names \"{unknown}\"; it may name bot, console and worker, with commas between.");
        var options = new NodeOptions(roles.Contains(Bot), roles.Contains(Console), roles.Contains(Worker));
        return isPostgres || options == new NodeOptions()
            ? options
            : throw new SettingException("Node:Roles needs PostgreSQL (Storage:Connection): with LiteDB one process does all.");
    }
}
