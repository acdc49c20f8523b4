using RbcBot.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Turns;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The bot's channels, loop and decision on a store that keeps nothing.</summary>
static class StorelessBot
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var store = new StorelessStore();
        builder.Services
            .AddSingleton(TimeProvider.System).AddSingleton(Library.Empty).AddSingleton<IRounds>(Rounds())
            .AddSingleton<IInbox>(store).AddSingleton<ITurns>(store).AddSingleton<IOutbox>(store).AddSingleton<IReminders>(store).AddSingleton<IAside>(store).AddSingleton<ITemplateUses>(store).AddSingleton<ILinkCodes, InMemoryLinkCodes>()
            .AddLoop(builder.Configuration, new NodeOptions())
            .AddTelegram(builder.Configuration);
        await using var app = builder.Build();
        app.MapTelegram();
        await app.Services.GetRequiredService<ICatalogues>().RefreshAsync(CancellationToken.None);
        await app.RunAsync();
    }

    static InMemoryRounds Rounds()
    {
        var bytes = Xlsx.Of(("survey", Script.Survey), ("settings", "form_id\nbench"));
        var form = FormReading.Of(bytes, "bench.xlsx").Form ?? throw new InvalidOperationException("The bench's form is refused.");
        return new InMemoryRounds
        {
            Files = { new FormFile(form.Version, "bench.xlsx", bytes, DateTimeOffset.UnixEpoch) },
            Rounds = { new Round(Script.Code, RoundKind.Interview, form.Id, form.Version, "", "", IsOpen: true, DateTimeOffset.UnixEpoch) },
        };
    }
}
