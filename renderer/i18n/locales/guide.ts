/** Texts of the film-again guide in English; numbers from the capture rules of the measurement specification. */
export const guide = {
  link: 'How to film',
  title: 'How to film a run',
  lead: 'Two clips of 20 seconds: one from the side, one from behind. One page to print and take along.',
  print: 'Print',
  library: 'Library',
  side: {
    title: 'From the side',
    drawing:
      'Seen from above: the phone stands 4 to 6 metres beside the treadmill, at a right angle to the running direction.',
    points: [
      'Phone at hip height, level, on a tripod; picture lying (landscape).',
      '4–6 m away at a treadmill, 8–10 m outdoors. Better farther away and zoomed in than near.',
      'At a right angle to the running direction, to within 5°.',
      'Film both sides: each leg is measured where it is near the camera.',
    ],
  },
  rear: {
    title: 'From behind',
    drawing: 'Seen from above: the phone stands 3 to 4 metres behind the treadmill, on its middle line.',
    points: [
      'Phone at hip height, level, on a tripod.',
      '3–4 m behind, exactly on the middle line of belt or lane: 3° to the side is too much.',
      'Shirt tucked in, tight shorts; tape or a contrasting colour on the heels helps.',
    ],
  },
  picture: {
    title: 'In the picture',
    drawing:
      'The whole runner in the middle of the picture, with a fifth of the height free above and below.',
    points: [
      'The whole runner with 20 % room around, at least 600 pixels tall, in the middle half.',
      'Feet always visible: no handrail, plants or people in front.',
      'A background with some detail, and nobody else running in the picture.',
    ],
  },
  settings: {
    title: 'Phone and light',
    points: [
      '120 or 240 frames a second (the slow-motion mode); 60 at least.',
      'Shutter 1/500 s or shorter, better 1/1000 s; focus and exposure locked.',
      'Bright, even light from the camera’s side; not against a window.',
      'No zooming, following or cutting while filming. HDR off.',
    ],
  },
  run: {
    title: 'The run',
    points: [
      '2–4 minutes of warming in, then 20 seconds at steady speed.',
      'Outdoors 4–6 passes: each gives only two or three steps.',
      'First two seconds of quiet standing, same shoes, same camera place.',
      'Note speed, incline and shoes in the session.',
    ],
  },
  marks: { distanceSide: '4–6 m', distanceRear: '3–4 m', angle: '90°', hip: 'hip height', room: '20 %' },
} as const;
