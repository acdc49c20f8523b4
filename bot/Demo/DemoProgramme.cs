namespace RbcBot.Bot.Demo;

/// <summary>Plays the programme of the demo.</summary>
static class DemoProgramme
{
    public static Task PlayAsync(WebApplication app, string[] args, CancellationToken stop) => Task.CompletedTask;
}
