using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>getUpdates, its result unread: one unreadable update must not take its whole batch with it.</summary>
sealed class RawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int Limit { get; init; }

    public int Timeout { get; init; }

    public required IEnumerable<UpdateType> AllowedUpdates { get; init; }
}
