using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Help: what one can write, and whom to call.</summary>
static class HelpTalk
{
    public static void Show(Scene scene)
    {
        var lines = scene.Catalogue.Helplines.Select(line => $"{line.Number} – {line.Name.In(scene.Language)}");
        var checkedOn = scene.Catalogue.Helplines.Select(line => line.LastVerified).DefaultIfEmpty().Min();
        var help = scene.Text("talk.help");
        if (checkedOn != default)
            help += "\n\n" + scene.Text("talk.help.lines") + "\n" + string.Join("\n", lines)
                + "\n" + scene.Text("talk.help.checked", ("date", Languages.Day(scene.Language, checkedOn)));
        scene.Reply(new Outbound(help, scene.Conversation.Front is null ? [scene.Button(Command.Menu)] : []));
        if (scene.Conversation.Front is not null)
            scene.Flow.Repeat(scene);
    }
}
