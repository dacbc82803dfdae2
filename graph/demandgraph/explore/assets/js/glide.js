// A large picture while it is dragged.

// While a large picture is dragged, what is seen of it moves as one; when a good part has left the window it is drawn anew.
let snapshot = null;

function snap() {
  const from = net.canvas.frame.canvas, image = el('canvas', {width: from.width, height: from.height});
  image.getContext('2d').drawImage(from, 0, 0);
  snapshot = {image, at: net.canvasToDOM({x: 0, y: 0}), scale: net.getScale()};
}

// Draws the moved snapshot instead of the picture; false where there is none.
function glide(ctx) {
  if (!snapshot || !net.renderer.dragging) return false;
  const now = net.canvasToDOM({x: 0, y: 0}), dx = now.x - snapshot.at.x, dy = now.y - snapshot.at.y;
  const {image} = snapshot, ratio = image.width / Math.max(1, net.canvas.frame.canvas.clientWidth);
  if (snapshot.scale !== net.getScale() || Math.abs(dx) * ratio > image.width * 0.45 || Math.abs(dy) * ratio > image.height * 0.45) {
    snapshot = null;
    net.renderer.dragging = false;
    net.redraw();
    snap();
    net.renderer.dragging = true;
    return true;
  }
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(image, dx * ratio, dy * ratio);
  ctx.restore();
  return true;
}
