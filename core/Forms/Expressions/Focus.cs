namespace RbcBot.Core.Forms.Expressions;

/// <summary>Where in the tree a part of an expression is worked out.</summary>
/// <param name="Position">The node's place among its fellows, from 1.</param>
/// <param name="Size">How many fellows there are.</param>
/// <param name="Viewer">The node that ${name} is seen from.</param>
/// <param name="Effort">What the evaluation may still look at; null when it cannot look far.</param>
readonly record struct Focus(Node Node, int Position, int Size, Node Viewer, Effort? Effort);
