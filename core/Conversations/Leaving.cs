namespace RbcBot.Core.Conversations;

/// <summary>A session has ended: it leaves the front, and what waited comes.</summary>
public static class Leaving
{
    public static void Close(Scene scene)
    {
        Doors.Close(scene);
        if (MenuTalk.Unfinished(scene).FirstOrDefault(other => other.State == "Offered") is { } waiting)
            Doors.Open(scene, waiting);
    }
}
