namespace RbcBot.Core.Conversations;

/// <summary>The life cycle of one kind of session. Pure: it reads the scene, changes its session, says, notes.</summary>
public interface IFlow
{
    /// <summary>The flow's word in a session: interview, application, feedback, test or lesson.</summary>
    string Name { get; }

    /// <summary>Takes what was said to the session in front.</summary>
    void Take(Scene scene);
}
